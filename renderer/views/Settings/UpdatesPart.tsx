// Renderer: newer versions of the app in the settings dialog: what is known of them, and what a person can do about it.

import { useEffect, useRef } from 'react';
import type { OptionStates } from '../../../electron/shared/options.js';
import type { UpdateStatus } from '../../../electron/shared/updates.js';
import { Button } from '../../components/Button.js';
import { useLate } from '../../components/useLate.js';
import { askForVersion } from '../../commands/ask-for-version.js';
import { shortcut } from '../../commands/table.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { said, texts } from '../../texts.js';
import { OptionRow } from './OptionRow.js';
import styles from './Settings.module.css';

/** How it stands, in words. */
function wordsOf({ support, page, state }: UpdateStatus): string {
  if (support === 'none') return texts.updatesNone;
  switch (state.kind) {
    case 'unknown':
      return texts.updateUnknown;
    case 'checking':
      return texts.updateChecking;
    case 'current':
      return texts.updateCurrent;
    case 'found': {
      const { version } = state;
      if (support === 'installs') return texts.updateFound(version);
      return page === null ? texts.updateByHand(version) : texts.updateByHandFrom({ version, page });
    }
    case 'downloading':
      return texts.updateDownloading({ version: state.version, percent: state.percent });
    case 'ready':
      return texts.updateReady(state.version);
    case 'failed':
      return said(state.message);
  }
}

interface UpdatesPartProps {
  readonly option: OptionStates['updates'];
  /** Somebody asked elsewhere, and is to see the answer. */
  readonly lead: boolean;
}

export function UpdatesPart({ option, lead }: UpdatesPartProps) {
  const app = useApp();
  const status = useStore(app.updates);
  const row = useRef<HTMLDivElement>(null);
  const late = useLate(status === null);
  useEffect(() => {
    if (lead) row.current?.scrollIntoView({ block: 'center' });
  }, [lead]);
  const support = status?.support;
  const state = status?.state.kind;
  const busy = state === 'checking' || state === 'downloading' || state === 'ready';
  return (
    <>
      <OptionRow name="updates" state={option} disabled={support === 'none'} />
      {/* As high before it is known how it stands: nothing below moves then. */}
      <div ref={row} className={styles.row} data-testid="updates" data-state={state} data-support={support}>
        <span className={styles.words} role="status">
          {status !== null ? wordsOf(status) : late && texts.loading}
        </span>
        {/* Not the commands, which lead here: nothing moves below the pointer. */}
        {support === 'installs' && state === 'found' ? (
          <Button title={shortcut('downloadUpdate')} onClick={() => askForVersion(app, 'updates.download')}>
            {texts.updateDownload}
          </Button>
        ) : (
          <Button
            title={shortcut('checkUpdates')}
            disabled={busy || support === 'none'}
            onClick={() => askForVersion(app, 'updates.check')}
          >
            {texts.updateCheck}
          </Button>
        )}
      </div>
    </>
  );
}
