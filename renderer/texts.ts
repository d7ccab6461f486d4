// Renderer: every sentence the window shows, in one table, so that it can be replaced or translated.

import type { Problem, RootInfo, ThumbnailStatus } from '../electron/shared/contract.js';
import type { MediaKind } from '../electron/shared/media.js';
import type { TakenSource } from '../electron/shared/listing.js';
import type { ErrorCode } from '../electron/shared/result.js';
import {
  ageOf,
  formatBytes as size,
  formatDecimal as decimal,
  formatFine as fine,
  formatDuration,
  formatNumber as n,
  formatRate as rate,
  roughly,
} from './format.js';
import type { Filter } from './state/criteria.js';
import type { Sort } from './state/view.js';
import type { ShowOrder } from './state/viewer-settings.js';

const plural = (count: number, one: string, many: string): string =>
  `${n(count)} ${count === 1 ? one : many}`;
const photos = (count: number) => plural(count, 'photo', 'photos');
const videos = (count: number) => plural(count, 'video', 'videos');

const tileReasons: Record<ErrorCode, string> = {
  damaged: 'Damaged file',
  unsupported: 'Cannot be shown',
  unreadable: 'Cannot be read',
  'not-found': 'No longer there',
  timeout: 'Took too long',
  crashed: 'Left alone',
  offline: 'Folder is offline',
  forbidden: 'Not allowed',
  stopped: 'Not made yet',
  internal: 'Could not be read',
  'bad-argument': 'Cannot be shown',
};

const problemKinds: Record<Problem['kind'], string> = {
  'unreadable-folder': 'Folder cannot be read',
  'unreadable-file': 'File cannot be read',
  vanished: 'File is gone',
  link: 'Link was not followed',
  'bad-name': 'Unusual name',
  'not-a-file': 'Not a file',
  damaged: 'Damaged file',
  watch: 'Changes are not seen at once',
};

const filters: Record<Filter, string> = { all: 'All', photo: 'Photos', video: 'Videos' };
const sorts: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'Name, A to Z',
  'name-down': 'Name, Z to A',
  largest: 'Largest first',
  smallest: 'Smallest first',
  type: 'Type, A to Z',
  'type-down': 'Type, Z to A',
  shuffle: 'Shuffled',
};

const showOrders: Record<ShowOrder, string> = { shown: 'In order', shuffle: 'Shuffled' };

/** Said behind the date, where it is not what the camera wrote. */
const takenSources: Record<TakenSource, string> = {
  exif: '',
  container: '',
  name: 'from the file name',
  mtime: 'from the last change',
};

export const texts = {
  appName: 'Home Gallery',
  library: 'Library',
  folders: 'Folders',
  allMedia: 'All media',
  media: 'Photos and videos',
  close: 'Close',
  cancel: 'Cancel',

  welcome: 'Your photos and videos, from your own folders.',
  welcomeMore: 'Nothing is copied, uploaded or changed.',
  chooseFolder: 'Choose folder',
  orDrop: 'or drop one here',
  addFolder: 'Add folder',
  dropHere: 'Drop folders to add them',
  dropMore: 'They stay where they are.',

  toggleSidebar: (open: boolean) => (open ? 'Hide sidebar' : 'Show sidebar'),
  sidebar: 'Folders',
  folderActions: (name: string) => `Actions for ${name}`,
  checkNow: 'Check for changes',
  removeFolder: 'Remove from gallery',
  removeTitle: (name: string) => `Remove ${name} from the gallery?`,
  removeBody: 'The gallery forgets this folder. Nothing on your disk is changed or deleted.',
  remove: 'Remove',
  offline: 'Offline',
  scanning: 'Being read',
  folderName: (name: string, count: number, root: RootInfo | null) =>
    [name, plural(count, 'item', 'items'), root?.state === 'offline' ? 'offline' : '']
      .filter((part) => part !== '')
      .join(', '),
  fold: 'Fold',
  unfold: 'Unfold',

  path: 'Open folder',
  show: 'Show',
  filter: (filter: Filter) => filters[filter],
  filterCount: (filter: Filter, count: number) =>
    filter === 'all' ? plural(count, 'item', 'items') : filter === 'photo' ? photos(count) : videos(count),
  sort: (sort: Sort) => sorts[sort],
  sortMenu: 'Sort',
  reorder: 'Update order',
  reorderMore: 'Dates have been read since. Put the pictures in their order.',
  shuffleAgain: 'Shuffle again',
  timeline: 'Jump to a date',
  items: (count: number) => plural(count, 'item', 'items'),
  zoom: 'Size of pictures',
  smaller: 'Smaller pictures',
  larger: 'Larger pictures',

  tileReason: (code: ErrorCode) => tileReasons[code],
  tileName: (name: string, kind: MediaKind, duration: number, failure: string | null) =>
    [
      name,
      kind === 'video' ? (duration > 0 ? `video, ${formatDuration(duration)}` : 'video') : 'photo',
      failure ?? '',
    ]
      .filter((part) => part !== '')
      .join(', '),

  noneHere: 'No photos or videos in this folder.',
  noneOfKind: (filter: Filter) => (filter === 'video' ? 'No videos here.' : 'No photos here.'),
  noneAtAll: 'No photos or videos in your folders yet.',
  noneYet: 'Reading your folders. The first pictures appear in a moment.',
  showAll: 'Show all',
  rootOffline: (name: string) => `${name} is offline. It will be checked when it is back.`,

  statusCounts: (photoCount: number, videoCount: number) => `${photos(photoCount)}, ${videos(videoCount)}`,
  statusReading: (files: number) => `reading folders, ${plural(files, 'file', 'files')} so far`,
  statusThumbnails: (status: ThumbnailStatus) => {
    const { done, total, failed, workers, paused, onBattery, perSecond, secondsLeft } = status;
    const parts = [`thumbnails ${n(done)} / ${n(total)}`];
    if (workers === 0) parts.push('workers off');
    else if (done + failed < total) {
      if (paused) parts.push('paused');
      else if (onBattery) parts.push('slower on battery');
      if (!paused && perSecond > 0) parts.push(`${rate(perSecond)}/s`);
      if (secondsLeft !== null) parts.push(roughly(secondsLeft));
    }
    return parts.join(', ');
  },
  thumbnails: 'Thumbnails',
  thumbnailsAbout: ({ done, total, failed, workers, originals, paused, onBattery }: ThumbnailStatus) => {
    if (workers === 0)
      return 'The workers that make them are switched off. Photos are shown from their own files.';
    if (originals) return 'They cannot be made at the moment. Photos are shown from their own files.';
    if (done + failed >= total) return 'All are made. They are kept on this computer.';
    if (paused) return 'Paused: they are made as you look at pictures.';
    return onBattery ? 'Being made, slower while on battery.' : 'Being made, what is on screen first.';
  },
  storageUsed: (bytes: number, cap: number) => `${size(bytes)} of ${size(cap)} used`,
  thumbnailsLeft: (bytes: number) => `Thumbnails of folders that were here take ${size(bytes)}.`,
  clearEllipsis: 'Clear…',
  clear: 'Clear',
  clearTitle: 'Clear all thumbnails?',
  clearBody: ({ bytes, total, workers }: ThumbnailStatus) => {
    const frees = `This frees ${size(bytes)}. Your photos and videos are not touched.`;
    if (total === 0) return frees;
    return workers > 0
      ? `${frees} Thumbnails are made again as you look at pictures; making all others is paused until you resume it.`
      : `${frees} While workers are switched off, thumbnails are not made again.`;
  },
  pauseThumbnails: 'Pause thumbnails',
  resumeThumbnails: 'Resume thumbnails',
  statusUnread: (files: number) => `reading dates and sizes, ${plural(files, 'file', 'files')} to go`,
  statusLive: (checkedAt: number, now: number) => {
    const { value, unit } = ageOf(checkedAt, now);
    return value < 5 && unit === 's' ? 'live, checked just now' : `live, checked ${n(value)} ${unit} ago`;
  },
  statusChecked: (checkedAt: number, now: number) => {
    const { value, unit } = ageOf(checkedAt, now);
    return `checked ${n(value)} ${unit} ago`;
  },
  statusChecking: (checkedAt: number, now: number) => {
    const { value, unit } = ageOf(checkedAt, now);
    return `checking for changes since ${n(value)} ${unit} ago`;
  },
  statusOffline: (roots: readonly RootInfo[]) =>
    roots.length === 1 ? `${roots[0]!.name} is offline` : `${n(roots.length)} folders are offline`,
  problemCount: (count: number) => plural(count, 'problem', 'problems'),

  problems: 'Problems',
  problemsIntro: 'These files or folders could not be shown as they should. Everything else is complete.',
  noProblems: 'There are no problems any more.',
  problemKind: (kind: Problem['kind']) => problemKinds[kind],
  thumbnailFailed: 'No thumbnail',
  tryAgain: 'Try again',
  tryAllAgain: 'Try all again',
  showInFolder: 'Show in folder',
  openExternally: 'Open in default app',
  openInPlayer: 'Open in default player',

  viewer: 'Viewer',
  previous: 'Previous',
  next: 'Next',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  actualSize: 'Actual size',
  fit: 'Fit to window',
  info: 'Info',
  turnRight: 'Rotate view',
  startShow: 'Start slideshow',
  stopShow: 'Stop slideshow',
  showOptions: 'Slideshow options',
  showInterval: 'Show each photo for',
  seconds: (seconds: number) => (seconds % 60 === 0 ? `${n(seconds / 60)} min` : `${n(seconds)} s`),
  showOrderLabel: 'Order',
  showOrder: (order: ShowOrder) => showOrders[order],
  speed: 'Speed',
  times: (speed: number) => `${fine(speed)}×`,
  loop: 'Play again at the end',
  filmstrip: 'Filmstrip',
  position: (position: number, total: number) => `${n(position)} of ${n(total)}`,
  pixels: (width: number, height: number) => `${n(width)} × ${n(height)}`,
  cannotPlay: 'This video cannot be played here.',
  cannotPlayMore: 'The player of your system may know its format.',
  cannotShow: 'This picture cannot be shown.',
  cannotShowMore: 'It may be damaged, or in a format that is not known here.',
  cannotShowOff: 'The workers that read this format are switched off.',
  facts: {
    name: 'Name',
    folder: 'Folder',
    kind: 'Kind',
    dimensions: 'Dimensions',
    size: 'Size',
    taken: 'Taken',
    modified: 'Modified',
    duration: 'Duration',
    camera: 'Camera',
    lens: 'Lens',
    settings: 'Settings',
    place: 'Place',
    rating: 'Rating',
    codecs: 'Codecs',
    live: 'Moving picture',
  },
  takenFrom: (source: TakenSource | null) => (source === null ? '' : takenSources[source]),
  exposure: (seconds: number) =>
    seconds >= 0.3 ? `${decimal(seconds)} s` : `1/${n(Math.round(1 / seconds))} s`,
  aperture: (number: number) => `f/${decimal(number)}`,
  iso: (value: number) => `ISO ${Math.round(value)}`,
  focalLength: (millimetres: number) => `${decimal(millimetres)} mm`,
  place: (latitude: number, longitude: number) =>
    `${Math.abs(latitude).toFixed(5)}° ${latitude < 0 ? 'S' : 'N'}, ` +
    `${Math.abs(longitude).toFixed(5)}° ${longitude < 0 ? 'W' : 'E'}`,
  height: (metres: number) => `${n(Math.round(metres))} m`,
  rating: (stars: number) => (stars < 0 ? 'Rejected' : `${n(stars)} of 5`),
  livePhoto: 'Live Photo',
  motionPhoto: 'Motion Photo',
  kind: (kind: MediaKind, extension: string) => `${extension.toUpperCase()} ${kind}`,

  dismiss: 'Dismiss',
  crashTitle: 'Something went wrong in this window.',
  crashBody: 'Your files are not affected. Showing it again usually helps.',
  reload: 'Show again',
} as const;
