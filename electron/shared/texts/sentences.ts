// Shared by main and the page: what processes without a person in front of them say (why a file cannot be read, what the
// disk answered), in that person's language. Such a sentence is made where it is known, in English, as logs need it; its
// translations are found by itself, with `{places}` where it names something.

/** English sentence -> what is said for it: the same in another language, or a person's own words. */
export type Sentences = Readonly<Record<string, string>>;

interface Pattern {
  readonly says: RegExp;
  readonly names: readonly string[];
  readonly translated: string;
}

/** A number of a thousand or more, as English sentences write it. */
const NUMBER = /^\d{1,3}(,\d{3})+$/;
const PLACE = /\{(\w+)\}/g;
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf([english, translated]: readonly [string, string]): Pattern {
  const names = [...english.matchAll(PLACE)].map(([, name]) => name!);
  const parts = english.split(/\{\w+\}/).map(escape);
  return { says: new RegExp(`^${parts.join('(.+?)')}$`, 's'), names, translated };
}

/** Says sentences in a language; one that is not in its table stays as it is. */
export class Interpreter {
  private readonly sentences: ReadonlyMap<string, string>;
  private patterns: readonly Pattern[] | undefined;

  /** @param locale for numbers, as BCP 47 writes it */
  constructor(
    sentences: Sentences,
    private readonly locale: string,
  ) {
    // What is asked for may be the name of a file, so nothing but the table itself may answer.
    this.sentences = new Map(Object.entries(sentences));
  }

  say(sentence: string): string {
    return this.find(sentence) ?? sentence;
  }

  /** Whether a sentence is in the table: whoever wrote it meant it for people. */
  knows(sentence: string): boolean {
    return this.find(sentence) !== null;
  }

  private find(sentence: string): string | null {
    const known = this.sentences.get(sentence);
    if (known !== undefined) return known;
    this.patterns ??= [...this.sentences].filter(([english]) => english.includes('{')).map(patternOf);
    for (const { says, names, translated } of this.patterns) {
      const [, ...values] = says.exec(sentence) ?? [];
      if (values.length === 0) continue;
      // What is named may be a sentence or a part of one itself.
      const named = new Map(names.map((name, index) => [name, this.value(name, values[index]!)]));
      return translated.replaceAll(PLACE, (place, name: string) => named.get(name) ?? place);
    }
    return null;
  }

  /** What else looks like a number may be the name of a file. */
  private value(name: string, value: string): string {
    if (name !== 'most' || !NUMBER.test(value)) return this.say(value);
    return new Intl.NumberFormat(this.locale).format(Number(value.replaceAll(',', '')));
  }
}
