// Renderer: the choices of one filter, of which one can be set; choosing it again takes it away.

import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { formatNumber } from '../../format.js';
import type { Choice } from './facet-choices.js';
import styles from './Search.module.css';

interface ChoicesProps<T extends string | number> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  /** Short ones stand side by side. */
  readonly inRow?: boolean;
}

export function Choices<T extends string | number>(props: ChoicesProps<T>) {
  const { name, label, choices, value, onChange, inRow = false } = props;
  if (choices.length === 0) return null;
  const choose = ([next]: readonly string[]) =>
    onChange(choices.find((choice) => String(choice.value) === next)?.value ?? null);
  return (
    <section className={styles.facet}>
      <h3 className={styles.heading}>{label}</h3>
      <ToggleGroup
        className={inRow ? styles.row : styles.list}
        aria-label={label}
        orientation={inRow ? 'horizontal' : 'vertical'}
        value={value === null ? [] : [String(value)]}
        onValueChange={choose}
      >
        {choices.map(({ value: one, text, label: spoken, count }) => (
          <Toggle
            key={one}
            value={String(one)}
            className={styles.choice}
            {...(spoken === null ? {} : { 'aria-label': `${spoken}, ${formatNumber(count)}` })}
            title={spoken ?? text}
            data-testid={`facet-${name}-${one}`}
          >
            <span className={styles.choiceText}>{text}</span>
            <span className={styles.number}>{formatNumber(count)}</span>
          </Toggle>
        ))}
      </ToggleGroup>
    </section>
  );
}
