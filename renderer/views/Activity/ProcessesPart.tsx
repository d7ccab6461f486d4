// Renderer: the processes of the app with their memory, and how long main's loop is held.

import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { formatBytes, formatDecimal } from '../../format.js';
import { texts } from '../../texts.js';
import type { History } from './history.js';
import { Chart, Heading, Sheet } from './Parts.js';
import styles from './Activity.module.css';

/** Milliseconds: a frame. Shorter delays look as short as they are. */
const FRAME = 16;
/** Bytes. */
const SMALL = 100e6;

interface ProcessesProps {
  readonly snapshot: ActivitySnapshot;
  readonly history: History;
}

export function ProcessesPart({ snapshot: { loop, processes }, history }: ProcessesProps) {
  const ms = (value: number) => texts.milliseconds(formatDecimal(value));
  const delay = loop === null ? '–' : texts.loopNow({ longest: ms(loop.longest), median: ms(loop.median) });
  return (
    <>
      <Heading>{texts.loopDelay}</Heading>
      <div className={styles.charted}>
        <Chart name={texts.loopDelay} shown={delay} values={history.get('loop') ?? []} atLeast={FRAME} />
        <span data-testid="activity-loop">{delay}</span>
      </div>
      <Heading>{texts.activityTabs.processes}</Heading>
      <Sheet
        name={texts.activityTabs.processes}
        heads={[texts.process, texts.pid, texts.processor, texts.memory, '']}
      >
        {processes.map(({ pid, name, kind, cpu, memory }) => (
          <tr key={pid} data-testid="activity-process">
            <td className={styles.wide}>{texts.processName(kind, name)}</td>
            <td>{pid}</td>
            <td>{texts.percent(formatDecimal(cpu))}</td>
            <td>{formatBytes(memory)}</td>
            <td>
              <Chart
                name={texts.processName(kind, name)}
                shown={formatBytes(memory)}
                values={history.get(`pid:${pid}`) ?? []}
                atLeast={SMALL}
              />
            </td>
          </tr>
        ))}
      </Sheet>
    </>
  );
}
