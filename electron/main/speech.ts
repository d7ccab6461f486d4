// Runs in main: the words in force, which change when another language is chosen.

import type { OptionValues } from '../shared/options.js';
import { readWords, type Words, type WordsOptions } from './words.js';

export interface SpeechOptions extends Omit<WordsOptions, 'language'> {
  readonly language: OptionValues['language'];
  /** Gets what was not taken from content.json: lines for the log, and a sentence for the person. */
  readonly tell: (problems: readonly string[], sentence: string | null) => void;
}

export class Speech {
  private constructor(
    private readonly options: SpeechOptions,
    private current: Words,
  ) {}

  static async start(options: SpeechOptions): Promise<Speech> {
    const speech = new Speech(options, await readWords({ ...options, language: asked(options.language) }));
    speech.tell();
    return speech;
  }

  get words(): Words {
    return this.current;
  }

  /** Goes over to another language; reads content.json again. */
  async change(language: OptionValues['language']): Promise<Words> {
    this.current = await readWords({ ...this.options, language: asked(language) });
    this.tell();
    return this.current;
  }

  private tell(): void {
    const { problems, notice } = this.current;
    this.options.tell(problems, notice);
  }
}

const asked = (language: OptionValues['language']) => (language === 'system' ? null : language);
