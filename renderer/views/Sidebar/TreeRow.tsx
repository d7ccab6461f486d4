// Renderer: one folder in the sidebar.

import type { CSSProperties } from 'react';
import { ChevronRight, CloudOff, Eye, LoaderCircle } from 'lucide-react';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { displayPath } from '../../../electron/shared/paths.js';
import type { TreeLine } from '../../state/tree.js';
import { formatNumber } from '../../format.js';
import { texts } from '../../texts.js';
import { FolderMenu } from './FolderMenu.js';
import styles from './Sidebar.module.css';

interface TreeRowProps {
  readonly line: TreeLine;
  readonly root: RootInfo;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly top: number;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onFold: (unfolded: boolean) => void;
}

export function TreeRow({ line, root, selected, focusable, top, onFocus, onOpen, onFold }: TreeRowProps) {
  const { node, depth, unfolded } = line;
  const isRoot = depth === 0;
  const name = isRoot ? root.name : node.name;
  const branch = node.children.length > 0;
  const style = { top, '--depth': depth } as CSSProperties;
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={selected}
      aria-expanded={branch ? unfolded : undefined}
      aria-label={texts.folderName(displayPath(name), node.count, isRoot ? root : null)}
      tabIndex={focusable ? 0 : -1}
      className={styles.row}
      style={style}
      title={isRoot ? texts.rootTitle(displayPath(root.path), root) : undefined}
      data-testid="folder"
      data-root={root.id}
      data-path={node.path}
      data-folder={node.path}
      data-offline={root.state === 'offline'}
      data-level={isRoot ? 'root' : 'folder'}
      onFocus={onFocus}
      onClick={onOpen}
      // Its menu opens by the other mouse button and by the menu key as well.
      onContextMenu={(event) => {
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>('[data-testid="folder-menu"]')?.click();
      }}
    >
      <span
        className={styles.chevron}
        data-branch={branch}
        data-unfolded={unfolded}
        aria-hidden
        data-testid="fold"
        onClick={(event) => {
          if (!branch) return;
          event.stopPropagation();
          onFold(!unfolded);
        }}
      >
        {branch && <ChevronRight size={16} strokeWidth={1.5} />}
      </span>
      <span className={styles.name}>{displayPath(name)}</span>
      {isRoot && root.state === 'offline' && (
        <CloudOff size={16} strokeWidth={1.5} className={styles.mark} aria-label={texts.offline} />
      )}
      {isRoot && root.visited && (
        <Eye size={16} strokeWidth={1.5} className={styles.mark} aria-label={texts.visitedMark} />
      )}
      {isRoot && root.state === 'scanning' && (
        <LoaderCircle size={16} strokeWidth={1.5} className={styles.spin} aria-label={texts.scanning} />
      )}
      {/* A space, so that what is read is what is said of the row. */}{' '}
      <span className={styles.count}>{formatNumber(node.count)}</span>
      <FolderMenu root={root.id} path={node.path} name={displayPath(name)} />
    </div>
  );
}
