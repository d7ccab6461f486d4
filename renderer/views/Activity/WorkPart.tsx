// Renderer: the workers, what waits for them, and the files they could make nothing of.

import { FolderOpen, RotateCw } from 'lucide-react';
import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { displayPath } from '../../../electron/shared/paths.js';
import type { CommandId } from '../../commands/table.js';
import { Button, IconButton } from '../../components/Button.js';
import { formatBytes, formatFine, formatNumber, formatRate } from '../../format.js';
import { useApp } from '../../state/app.js';
import { keyOf } from '../../state/keys.js';
import { useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { said, texts } from '../../texts.js';
import { Heading, Numbers, Sheet } from './Parts.js';
import styles from './Activity.module.css';

interface PartProps {
  readonly snapshot: ActivitySnapshot;
  readonly refresh: () => void;
}

const secondsOf = (value: number | null) =>
  value === null ? '–' : texts.seconds(Math.round(value * 100) / 100);
const LANES = ['viewer', 'visible', 'near', 'background'] as const;

export function WorkPart({ snapshot, refresh }: PartProps) {
  const { pool, thumbnails } = snapshot;
  const { store } = thumbnails;
  const status = useStore(useApp().thumbnailStatus);
  return (
    <>
      {thumbnails.notice !== null && (
        <p className={styles.warning} data-testid="activity-notice">
          {said(thumbnails.notice)}
        </p>
      )}
      <p className={styles.note} data-testid="activity-about">
        {texts.thumbnailsAbout(status)}
      </p>
      <Numbers
        of={[
          [
            texts.thumbnailsThere,
            texts.doneOf({ done: formatNumber(thumbnails.done), total: formatNumber(thumbnails.total) }),
            'done',
          ],
          [texts.jobsCompleted, formatNumber(pool.completed), 'completed'],
          [texts.jobsRecognised, formatNumber(pool.recognised), 'recognised'],
          [texts.jobsFailed, formatNumber(pool.failed), 'failed'],
          [texts.jobsPending, formatNumber(pool.pending), 'pending'],
          [texts.jobsRate, formatRate(thumbnails.perSecond), 'rate'],
          [texts.jobsMedian, secondsOf(pool.median), 'median'],
          [texts.jobsSlow, secondsOf(pool.p95), 'p95'],
          ...LANES.map(
            (lane) => [texts.lanes[lane], formatNumber(pool.lanes[lane]), `lane-${lane}`] as const,
          ),
          [texts.store, texts.storageUsed(store.bytes, store.cap), 'store'],
        ]}
      />
      <Workers snapshot={snapshot} refresh={refresh} />
      <LeftAlone snapshot={snapshot} refresh={refresh} />
    </>
  );
}

function Workers({ snapshot: { pool, thumbnails }, refresh }: PartProps) {
  const { commands, gallery, notices } = useApp();
  const restart = (name: string) =>
    void notices
      .during(texts.restartingWorkers, gallery.call('activity.restartWorkers', name))
      .then(refresh, notices.report);
  const run = (id: CommandId) => void commands.finish(id).then(refresh);
  const buttons = (
    <>
      <Button onClick={() => run('pauseThumbnails')} data-testid="activity-pause">
        {thumbnails.paused ? texts.resumeThumbnails : texts.pauseThumbnails}
      </Button>
      <Button onClick={() => run('restartWorkers')}>{texts.commands.restartWorkers}</Button>
    </>
  );
  if (pool.workers.length === 0) {
    return (
      <>
        <Heading>{texts.workers}</Heading>
        <p className={styles.note}>{texts.workersNone}</p>
      </>
    );
  }
  return (
    <>
      <Heading extra={buttons}>{texts.workers}</Heading>
      <Sheet
        name={texts.workers}
        heads={[texts.worker, texts.pid, texts.state, texts.currentFile, texts.memory, '']}
      >
        {pool.workers.map(({ name, pid, state, file, seconds, memory }, place) => (
          <tr key={name} data-testid="activity-worker" data-state={state} data-pid={pid ?? ''}>
            <td>{formatNumber(place + 1)}</td>
            <td>{pid ?? '–'}</td>
            <td>{texts.workerStates[state]}</td>
            <td className={styles.wide} title={file ?? ''}>
              {file !== null && (
                <>
                  {file} <span className={styles.muted}>{texts.sinceSeconds(formatFine(seconds))}</span>
                </>
              )}
            </td>
            <td>{memory === null ? '–' : formatBytes(memory)}</td>
            <td>
              <IconButton label={texts.restart} onClick={() => restart(name)}>
                <RotateCw size={16} strokeWidth={1.5} aria-hidden />
              </IconButton>
            </td>
          </tr>
        ))}
      </Sheet>
    </>
  );
}

function LeftAlone({ snapshot: { thumbnails }, refresh }: PartProps) {
  const actions = useActions();
  const { commands } = useApp();
  const { failures, failed } = thumbnails;
  const tryAll = (
    <Button onClick={() => void commands.finish('retryThumbnails').then(refresh)}>{texts.tryAllAgain}</Button>
  );
  return (
    <>
      <Heading extra={failed > 0 && tryAll}>{texts.leftAlone}</Heading>
      {failed === 0 && <p className={styles.note}>{texts.leftAloneNone}</p>}
      <ul className={styles.list}>
        {failures.map(({ root, id, path, message, code }) => (
          <li key={keyOf(root, id)} className={styles.line} data-testid="activity-failure" data-code={code}>
            <div className={styles.words}>
              <p>{displayPath(path)}</p>
              <p className={styles.muted}>
                {texts.tileReason(code)}: {said(message)}
              </p>
            </div>
            <IconButton
              label={texts.tryAgain}
              onClick={() => void actions.retryThumbnail(keyOf(root, id)).then(refresh)}
            >
              <RotateCw size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
            <IconButton label={texts.showInFolder} onClick={() => actions.showInFolder(keyOf(root, id))}>
              <FolderOpen size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {failed > failures.length && (
        <p className={styles.note}>{texts.leftAloneMore(failed - failures.length)}</p>
      )}
    </>
  );
}
