// Runs in main: the options of this run, as a person changes them in the settings dialog.

import {
  isSaved,
  OPTION_NAMES,
  OPTIONS,
  type Chosen,
  type OptionName,
  type OptionStates,
  type OptionValues,
} from '../../shared/options.js';
import { AppError } from '../../shared/result.js';
import { choose, type ChosenOptions, type ForcedOptions, type SavedOptions } from './resolve.js';
import { schemaOf } from './schema.js';

type Listener = (changed: OptionName) => void;

export class Options {
  /** Values at the start: those that wait for a restart are gone by until then. */
  private readonly atStart: ChosenOptions;
  private chosen: ChosenOptions;
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly forced: ForcedOptions,
    private saved: SavedOptions,
    private readonly save: (saved: SavedOptions) => void,
  ) {
    this.atStart = this.chosen = choose(forced, saved);
  }

  /** The value that this run goes by. */
  get<K extends OptionName>(name: K): OptionValues[K] {
    const from = OPTIONS[name].applies === 'now' ? this.chosen : this.atStart;
    return from[name].value;
  }

  states(): OptionStates {
    const states = OPTION_NAMES.map((name) => [name, { ...this.chosen[name], running: this.get(name) }]);
    return Object.fromEntries(states) as OptionStates;
  }

  /**
   * Saves a value; null goes back to what holds without one.
   * @throws AppError 'forbidden' when a flag or the environment decides, 'bad-argument' when it does not fit
   */
  set(name: OptionName, value: unknown): void {
    if (!isSaved(name)) throw new AppError('bad-argument', 'This can only be chosen when the app starts.');
    const by: Chosen<unknown> | undefined = this.forced[name];
    if (by) throw new AppError('forbidden', `${by.from} decides this for as long as the app runs.`);
    if (value !== null && !schemaOf(name).safeParse(value).success) {
      throw new AppError('bad-argument', 'This value cannot be used. Choose another one.');
    }
    const { [name]: _before, ...others } = this.saved;
    this.saved = value === null ? others : { ...others, [name]: value };
    this.chosen = choose(this.forced, this.saved);
    this.save(this.saved);
    for (const listener of this.listeners) listener(name);
  }

  /** Called after each change. */
  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }
}
