// Renderer: favourite, rating and tags of the file in the viewer: in its bar and in the info panel.

import { useSyncExternalStore } from 'react';
import { Heart, Star, Tag } from 'lucide-react';
import { FAVOURITE_FLAG, RATING_MASK, MAX_RATING } from '../../../electron/shared/marks.js';
import { shortcut, type CommandId } from '../../commands/table.js';
import { Button, IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { texts } from '../../texts.js';
import { useMarkFlags } from '../Grid/TileMarks.js';
import { BarMenu } from './BarMenu.js';
import { Choices } from './Choices.js';
import bar from './Bar.module.css';
import styles from './Marks.module.css';

/** The heart in the bar. */
export function FavouriteButton({ item }: { readonly item: ItemKey }) {
  const { commands } = useApp();
  const favourite = (useMarkFlags(item) & FAVOURITE_FLAG) !== 0;
  return (
    <IconButton
      className={bar.control}
      label={texts.commands.favourite}
      shortcut={shortcut('favourite')}
      aria-pressed={favourite}
      onClick={() => commands.run('favourite')}
      data-testid="viewer-favourite"
    >
      <Heart size={20} strokeWidth={1.5} fill={favourite ? 'currentColor' : 'none'} aria-hidden />
    </IconButton>
  );
}

const RATINGS = [5, 4, 3, 2, 1, 0] as const;

/** The stars in the bar, as a number, and the choice among them. */
export function RatingButton({ item }: { readonly item: ItemKey }) {
  const { commands } = useApp();
  const rating = useMarkFlags(item) & RATING_MASK;
  const name = (value: number) => (value === 0 ? texts.commands.rate0 : texts.rateWith(value));
  return (
    <BarMenu
      className={styles.rating}
      label={`${texts.ratingMenu}: ${name(rating)}`}
      shortcut={`${shortcut('rate0')}–${shortcut('rate5')}`}
      shown={
        <>
          <Star size={20} strokeWidth={1.5} fill={rating > 0 ? 'currentColor' : 'none'} aria-hidden />
          <span className={styles.count}>{rating > 0 && rating}</span>
        </>
      }
      data-rating={rating}
      data-testid="viewer-rating"
    >
      <Choices
        label={texts.ratingMenu}
        values={RATINGS}
        value={rating as (typeof RATINGS)[number]}
        name={name}
        onChoose={(next) => commands.run(`rate${next}`)}
      />
    </BarMenu>
  );
}

const STARS = Array.from({ length: MAX_RATING }, (_, index) => index + 1);

/** What a person said about the file, to be changed here. */
export function MarksPanel({ item }: { readonly item: ItemKey }) {
  const { commands } = useApp();
  const rating = useMarkFlags(item) & RATING_MASK;
  const tags = useTags(item);
  return (
    <div className={styles.marks} data-testid="viewer-marks" data-rating={rating} data-tags={tags.join(',')}>
      <div role="group" aria-label={texts.ratingMenu} className={styles.stars}>
        {STARS.map((star) => (
          <button
            key={star}
            type="button"
            aria-label={texts.rateWith(star)}
            aria-pressed={star === rating}
            // A second click on the same star takes the rating away.
            onClick={() => commands.run(`rate${star === rating ? 0 : star}` as CommandId)}
            data-testid={`star-${star}`}
          >
            <Star size={20} strokeWidth={1.5} fill={star <= rating ? 'currentColor' : 'none'} aria-hidden />
          </button>
        ))}
      </div>
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <Button className={styles.edit} onClick={() => commands.run('tag')}>
        <Tag size={16} strokeWidth={1.5} aria-hidden />
        {texts.commands.tag}
      </Button>
    </div>
  );
}

function useTags(item: ItemKey): readonly string[] {
  const { marks } = useApp();
  return useSyncExternalStore(marks.subscribe, () => marks.tags(item));
}
