// Renderer: what the parts of the Activity view share: numbers in a row, tables, a small chart.

import type { ReactNode } from 'react';
import { texts } from '../../texts.js';
import { pointsOf } from './history.js';
import styles from './Activity.module.css';

interface NumbersProps {
  /** Name, value as shown, key for tests. */
  readonly of: readonly (readonly [name: string, shown: string, key: string])[];
}

/** Names with their values. */
export function Numbers({ of }: NumbersProps) {
  return (
    <dl className={styles.numbers}>
      {of.map(([name, shown, key]) => (
        <div key={key} className={styles.number}>
          <dt>{name}</dt>
          <dd data-testid={`activity-${key}`}>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SheetProps {
  /** For screen readers. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

/** A table with a row of heads; the last column is for buttons when its head is empty. */
export function Sheet({ name, heads, children }: SheetProps) {
  return (
    <div className={styles.sheet}>
      <table aria-label={name}>
        <thead>
          <tr>
            {heads.map((head, place) => (
              <th key={place} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Heading({ children, extra }: { readonly children: ReactNode; readonly extra?: ReactNode }) {
  return (
    <div className={styles.heading}>
      <h3>{children}</h3>
      {extra}
    </div>
  );
}

const WIDTH = 160;
const HEIGHT = 24;

interface ChartProps {
  readonly name: string;
  /** The latest value as shown. */
  readonly shown: string;
  readonly values: readonly number[];
  /** The box reaches at least so high. */
  readonly atLeast?: number;
}

/** The last two minutes as a line. */
export function Chart({ name, shown, values, atLeast = 0 }: ChartProps) {
  return (
    <svg
      className={styles.chart}
      viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
      width={WIDTH}
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      aria-label={texts.chartOf({ name, value: shown })}
    >
      <polyline points={pointsOf(values, WIDTH, HEIGHT, atLeast)} />
    </svg>
  );
}
