// Renderer: all words the window shows, made from the tables in electron/shared/texts.
//
// A new text: a line in `en/` and one in `de/` there, then `texts.name` where it is shown; a text with values is a
// function (see `TextsOf`). Functions stand here only for what a table cannot say: which text, or several in a row.

import type { ProcessKind } from '../electron/shared/activity.js';
import type { Problem, RootInfo } from '../electron/shared/contract.js';
import type { MediaKind } from '../electron/shared/media.js';
import type { ShowOrder } from '../electron/shared/options.js';
import type { TakenSource } from '../electron/shared/listing.js';
import { FAVOURITE_FLAG, RATING_MASK } from '../electron/shared/marks.js';
import { AppError, type ErrorCode } from '../electron/shared/result.js';
import { en } from '../electron/shared/texts/en/index.js';
import { withOwnSentences, withOwnWords, type OwnWords } from '../electron/shared/texts/content.js';
import type { Language } from '../electron/shared/texts/languages.js';
import { textsOf, type TextsOf } from '../electron/shared/texts/message.js';
import { Interpreter } from '../electron/shared/texts/sentences.js';
import { formatDecimal as decimal, formatDuration, formatFine as fine, setLocale } from './format.js';
import { statusTexts } from './texts-status.js';
import type { Filter } from './state/criteria.js';
import type { PlaceKind } from './state/places.js';
import type { Sort } from './state/view.js';

/** What the tables hold. */
export type PlainTexts = TextsOf<typeof en>;

const textsFrom = (t: PlainTexts) => ({
  ...t,
  ...statusTexts(t),

  toggleSidebar: (open: boolean) => (open ? t.hideSidebar : t.showSidebar),
  folderName: (name: string, count: number, root: RootInfo | null) =>
    inRow(name, t.items(count), root?.state === 'offline' ? t.offlineMark : ''),
  /** Of a chosen folder that stands there as an icon. */
  rootIcon: (name: string, offline: boolean) => inRow(name, offline ? t.offlineMark : ''),

  rootTitle: (path: string, root: RootInfo) => inRow(path, root.visited ? t.visitedMark : ''),

  filter: (filter: Filter) => t.filters[filter],
  filterCount: (filter: Filter, count: number) =>
    filter === 'all' ? t.items(count) : filter === 'photo' ? t.photos(count) : t.videos(count),
  sort: (sort: Sort) => t.sorts[sort],

  tileReason: (code: ErrorCode) => t.tileReasons[code],
  /** `failure`: why there is no picture, in a few words and in full. What stands in the tile comes first, in its order. */
  tileName: (
    name: string,
    kind: MediaKind,
    duration: number,
    failure: { readonly reason: string; readonly why: string } | null,
    flags = 0,
  ) =>
    inRow(
      name,
      failure?.reason ?? '',
      failure !== null && kind === 'video' && duration > 0 ? formatDuration(duration) : '',
      kind === 'photo'
        ? t.tilePhoto
        : failure === null && duration > 0
          ? t.tileVideoOf(formatDuration(duration))
          : t.tileVideo,
      (flags & FAVOURITE_FLAG) !== 0 ? t.commands.favourite : '',
      (flags & RATING_MASK) > 0 ? t.rateWith(flags & RATING_MASK) : '',
      failure?.why ?? '',
    ),
  placeName: (place: PlaceKind) => t.placeNames[place],
  photosWord: (count: number) => (count === 1 ? t.totalPhoto : t.totalPhotos),
  videosWord: (count: number) => (count === 1 ? t.totalVideo : t.totalVideos),
  camerasWord: (count: number) => (count === 1 ? t.totalCamera : t.totalCameras),
  foldersWord: (count: number) => (count === 1 ? t.totalFolder : t.totalFolders),
  /** Years are no amounts, so they are written as they are. */
  yearsWord: (count: number, first: number, last: number) =>
    count === 1 ? t.totalYear(String(first)) : t.totalYears({ first: String(first), last: String(last) }),
  folderCard: (name: string, count: number, offline: boolean) =>
    inRow(name, t.items(count), offline ? t.offlineMark : ''),
  noneIn: (place: PlaceKind) => noneIn(t, place),
  noneOfKind: (filter: Filter) => (filter === 'video' ? t.noVideos : t.noPhotos),
  problemKind: (kind: Problem['kind']) => t.problemKinds[kind],

  /** `name`: as Electron has it, for a kind that has no other. */
  processName: (kind: ProcessKind | null, name: string) => (kind === null ? name : t.processKinds[kind]),

  seconds: (seconds: number) => (seconds % 60 === 0 ? t.inMinutes(seconds / 60) : t.inSeconds(seconds)),
  showOrder: (order: ShowOrder) => t.optionChoices.slideshowOrder[order],
  times: (speed: number) => t.speedOf(fine(speed)),
  position: (position: number, total: number) => t.positionOf({ position, total }),
  pixels: (width: number, height: number) => t.pixelsOf({ width, height }),
  /** Said behind the date: who says so. */
  takenFrom: (source: TakenSource | null) =>
    source === null
      ? ''
      : {
          exif: t.takenFromExif,
          container: t.takenFromContainer,
          name: t.takenFromName,
          mtime: t.takenFromChange,
        }[source],
  /** How far the clock on the wall was ahead of UTC, minutes. */
  zone: (minutes: number) => {
    const part = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
    return `UTC${minutes < 0 ? '−' : '+'}${part(minutes / 60)}:${part(Math.abs(minutes) % 60)}`;
  },
  /** How the pixels lie in the file, by EXIF's number; '' for upright. */
  turned: (orientation: number) =>
    [
      ...['', '', t.turns.mirrored, t.turns.down, t.turns.downMirrored],
      ...[t.turns.leftMirrored, t.turns.right, t.turns.rightMirrored, t.turns.left],
    ][orientation] ?? '',
  exposure: (seconds: number) =>
    seconds >= 0.3 ? t.exposureOf(decimal(seconds)) : t.exposurePart(decimal(Math.round(1 / seconds))),
  aperture: (number: number) => t.apertureOf(decimal(number)),
  iso: (value: number) => t.isoOf(String(Math.round(value))),
  focalLength: (millimetres: number) => t.inMillimetres(decimal(millimetres)),
  place: (latitude: number, longitude: number) =>
    inRow(
      degrees(t, latitude, latitude < 0 ? t.compass.south : t.compass.north),
      degrees(t, longitude, longitude < 0 ? t.compass.west : t.compass.east),
    ),
  height: (metres: number) => t.inMetres(decimal(Math.round(metres))),
  rating: (stars: number) => (stars < 0 ? t.rejected : t.stars(stars)),
  kind: (kind: MediaKind, extension: string) => t.kinds[kind](extension.toUpperCase()),
});

export type Texts = ReturnType<typeof textsFrom>;

/**
 * The words in the language of the window. {@link setTexts} sets them before anything is drawn, so they are to be asked
 * for while drawing, not when a module is loaded.
 */
export let texts: Texts = textsFrom(textsOf(en, en, 'en'));

let interpreter = new Interpreter({}, 'en');

/** What another process said (an error, a problem, a notice), in the language of the window. */
export const said = (sentence: string): string => interpreter.say(sentence);

/**
 * What is said of an error, in the language of the window. An AppError's message is made for people; what else there is,
 * are words of the system or of a fault in the code, which tell nobody what to do.
 */
export function explained(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const meant = error instanceof AppError && (error.code !== 'internal' || interpreter.knows(words));
  return meant ? said(words) : texts.unexpected(words);
}

/**
 * Makes `texts`, numbers and dates those of a language.
 * @param locale how numbers and dates are written, as BCP 47 has it
 * @param own what the person has put into content.json
 */
export function setTexts(language: Language, locale: string, own: OwnWords): void {
  texts = textsFrom(textsOf(en, withOwnWords(language, own), locale));
  setLocale(locale, texts.byteUnits);
  interpreter = new Interpreter(withOwnSentences(language, own), locale);
}

const degrees = (t: PlainTexts, angle: number, side: string): string =>
  t.inDegrees({ degrees: Math.abs(angle).toFixed(5), side });

function noneIn(t: PlainTexts, place: PlaceKind): string {
  switch (place) {
    case 'favourites':
      return t.noFavourites;
    case 'videos':
      return t.noVideosAtAll;
    case 'duplicates':
      return t.noDuplicates;
    case 'day':
      return t.nothingOnThisDay;
    case 'folder':
    case 'browse':
      return t.noneHere;
    default:
      return t.noneAtAll;
  }
}

/** What there is of some words, with commas. */
const inRow = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
