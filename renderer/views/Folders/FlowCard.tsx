// Renderer: one folder in the cover flow.

import { CloudOff, Folder, Images } from 'lucide-react';
import { Cover } from '../../components/Cover.js';
import { texts } from '../../texts.js';
import type { Stand } from './flow.js';
import { folderData, type FolderCard } from './foldersAt.js';
import styles from './CoverFlow.module.css';

interface FlowCardProps {
  readonly id: string;
  readonly card: FolderCard;
  /** CSS pixels. */
  readonly size: number;
  readonly stand: Stand;
  /** Higher lies in front. */
  readonly order: number;
  readonly middle: boolean;
  readonly position: number;
  readonly total: number;
  /** Of the open folder itself. */
  readonly whole: boolean;
}

export function FlowCard({ id, card, size, stand, order, middle, position, total, whole }: FlowCardProps) {
  const { x, z, turn, opacity } = stand;
  return (
    <div
      id={id}
      role="option"
      aria-selected={middle}
      aria-label={[
        texts.folderCard(card.name, card.count, card.offline),
        ...(whole ? [texts.wholeFolder] : []),
      ].join(', ')}
      aria-posinset={position}
      aria-setsize={total}
      className={styles.card}
      style={{
        width: size,
        height: size,
        marginLeft: -size / 2,
        marginTop: -size / 2,
        zIndex: order,
        opacity,
        transform: `translate3d(${x}px, 0, ${z}px) rotateY(${turn}deg)`,
      }}
      title={middle ? undefined : card.name}
      data-testid="flow-card"
      data-name={card.name}
      data-middle={middle}
      data-offline={card.offline}
      data-position={position - 1}
      {...folderData(card)}
    >
      {card.cover === null ? (
        <span className={styles.empty}>
          <Folder size={48} strokeWidth={1} aria-hidden />
        </span>
      ) : (
        <Cover key={card.cover} item={card.cover} large={middle} />
      )}
      {whole && (
        <span className={styles.badge}>
          <Images size={16} strokeWidth={1.5} aria-hidden />
          {texts.wholeFolder}
        </span>
      )}
      {card.offline && (
        <span className={styles.away}>
          <CloudOff size={20} strokeWidth={1.5} aria-hidden />
        </span>
      )}
    </div>
  );
}
