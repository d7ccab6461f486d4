// Renderer: one option in the settings dialog: what it is, where its value came from, and how to change it.

import { useId } from 'react';
import { RotateCcw } from 'lucide-react';
import { isSaved, OPTIONS, type OptionName, type OptionStates } from '../../../electron/shared/options.js';
import { Button, IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import { ChoiceControl, NumberControl, SwitchControl } from './controls.js';
import styles from './Settings.module.css';

interface OptionRowProps {
  readonly name: OptionName;
  readonly state: OptionStates[OptionName];
  /** There is nothing to choose. */
  readonly disabled?: boolean;
}

/** Where a value came from, in words. */
function sourceOf({ source, from, value, running }: OptionStates[OptionName]): string {
  const words = {
    flag: texts.sourceFlag(from),
    environment: texts.sourceEnvironment(from),
    saved: texts.sourceSaved,
    default: texts.sourceDefault,
  }[source];
  return value === running ? words : `${words}, ${texts.afterRestart}`;
}

const isForced = ({ source }: OptionStates[OptionName]) => source === 'flag' || source === 'environment';

/** The line that tells it. */
export function Source({ state }: { readonly state: OptionStates[OptionName] }) {
  return (
    <span className={styles.source} data-forced={isForced(state)}>
      {sourceOf(state)}
    </span>
  );
}

export function OptionRow({ name, state, disabled = false }: OptionRowProps) {
  const { gallery, notices } = useApp();
  const id = useId();
  const words = texts.options[name];
  const forced = isForced(state);
  const set = (value: string | number | boolean | null) =>
    notices.during(texts.savingOption, gallery.call('options.set', name, value)).catch(notices.report);
  const about = state.value === false && 'off' in words ? words.off : words.about;
  return (
    <div className={styles.row} data-testid={`option-${name}`} data-source={state.source}>
      <div className={styles.words}>
        <span id={id} className={styles.name}>
          {words.name}
        </span>
        <span className={styles.about} id={`${id}-about`}>
          {about}.
        </span>
        <Source state={state} />
      </div>
      {state.source === 'saved' && (
        <IconButton label={texts.backToUsual(words.name)} onClick={() => void set(null)}>
          <RotateCcw size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
      <Control name={name} state={state} labelledBy={id} disabled={forced || disabled} onChange={set} />
    </div>
  );
}

interface ControlProps extends OptionRowProps {
  readonly labelledBy: string;
  readonly disabled: boolean;
  readonly onChange: (value: string | number | boolean) => Promise<unknown>;
}

function Control({ name, state, ...rest }: ControlProps) {
  const { gallery, notices } = useApp();
  const { type } = OPTIONS[name];
  switch (type.kind) {
    case 'switch':
      return <SwitchControl {...rest} value={state.value === true} />;
    case 'whole':
      return <NumberControl {...rest} {...type} value={Number(state.value)} />;
    case 'choice': {
      const names: Readonly<Record<string, string>> =
        texts.optionChoices[name as keyof typeof texts.optionChoices];
      return <ChoiceControl {...rest} value={String(state.value)} values={type.of} names={names} />;
    }
    case 'folder':
    case 'file':
    case 'folders':
      return (
        <>
          <span className={styles.path} title={String(state.value ?? '')}>
            {state.value !== null
              ? String(state.value)
              : type.kind === 'file'
                ? texts.byItself
                : texts.usualPlace}
          </span>
          {isSaved(name) && (
            <Button
              disabled={rest.disabled}
              aria-describedby={rest.labelledBy}
              onClick={() => void gallery.call('options.choosePath', name).catch(notices.report)}
            >
              {texts.chooseEllipsis}
            </Button>
          )}
        </>
      );
  }
}
