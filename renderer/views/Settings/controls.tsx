// Renderer: the controls of the settings dialog.

import { useState } from 'react';
import { NumberField } from '@base-ui/react/number-field';
import { Select } from '@base-ui/react/select';
import { Switch } from '@base-ui/react/switch';
import { Check, ChevronDown, Minus, Plus } from 'lucide-react';
import popup from '../../components/Popup.module.css';
import { localeOf } from '../../format.js';
import { texts } from '../../texts.js';
import styles from './Settings.module.css';

interface Common<T> {
  readonly value: T;
  readonly labelledBy: string;
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

export function SwitchControl({ value, labelledBy, disabled, onChange }: Common<boolean>) {
  return (
    <Switch.Root
      className={styles.switch}
      checked={value}
      disabled={disabled}
      aria-labelledby={labelledBy}
      onCheckedChange={onChange}
    >
      <Switch.Thumb className={styles.thumb} />
    </Switch.Root>
  );
}

interface NumberControlProps extends Omit<Common<number>, 'onChange'> {
  /** Resolves once `value` is what holds now. */
  readonly onChange: (value: number) => Promise<unknown>;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** What is typed counts when the field is left or Enter is pressed. */
export function NumberControl(props: NumberControlProps) {
  const { value, labelledBy, disabled, onChange, min, max, step } = props;
  /** What is typed or stepped to until that holds; null: nothing stands in the field. */
  const [draft, setDraft] = useState<number | null | undefined>(undefined);
  const commit = async (typed: number | null) => {
    const next = typed === null ? value : Math.round(typed);
    if (next !== value) await onChange(next);
    // The next step may have come meanwhile.
    setDraft((now) => (now === typed ? undefined : now));
  };
  return (
    <NumberField.Root
      value={draft === undefined ? value : draft}
      onValueChange={setDraft}
      onValueCommitted={(next) => void commit(next)}
      locale={localeOf()}
      {...{ min, max, disabled }}
      smallStep={1}
      step={step}
    >
      <NumberField.Group className={styles.number}>
        <NumberField.Decrement className={styles.step} aria-label={texts.less}>
          <Minus size={16} strokeWidth={1.5} aria-hidden />
        </NumberField.Decrement>
        <NumberField.Input
          className={styles.input}
          aria-labelledby={labelledBy}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <NumberField.Increment className={styles.step} aria-label={texts.more}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}

interface ChoiceControlProps extends Common<string> {
  readonly values: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

export function ChoiceControl(props: ChoiceControlProps) {
  const { value, values, names, labelledBy, disabled, onChange } = props;
  return (
    <Select.Root
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Select.Trigger className={styles.select} aria-labelledby={labelledBy}>
        <Select.Value>{(now: string) => names[now]}</Select.Value>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className={styles.above} alignItemWithTrigger={false} align="end" sideOffset={4}>
          <Select.Popup className={popup.menu}>
            {values.map((one) => (
              <Select.Item key={one} value={one} className={popup.item} data-value={one}>
                <span className={popup.mark}>
                  <Select.ItemIndicator>
                    <Check size={16} strokeWidth={1.5} aria-hidden />
                  </Select.ItemIndicator>
                </span>
                <Select.ItemText>{names[one]}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
