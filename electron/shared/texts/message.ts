// Shared by main and the page: how a message of the tables becomes words. A message is a string with `{places}` for
// values, or several such strings for the plural forms of a language, chosen by the value `count`.

/** At least `other`; a language uses those of the others that it tells apart. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
export type Message = string | Plural;
/** A table of messages, grouped where a choice decides which is meant. */
export interface Messages {
  readonly [key: string]: Message | Messages;
}

type PlacesIn<S extends string> = S extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;
type IsUnion<T, All = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [All] extends [T]
      ? false
      : true
    : never;
type Value = string | number;
type Filled<S extends string> = [PlacesIn<S>] extends [never]
  ? string
  : true extends IsUnion<PlacesIn<S>>
    ? (values: Readonly<Record<PlacesIn<S>, Value>>) => string
    : (value: Value) => string;
type FilledPlural<S extends string> =
  true extends IsUnion<PlacesIn<S> | 'count'>
    ? (values: Readonly<Record<PlacesIn<S>, Value> & { count: number }>) => string
    : (count: number) => string;

/**
 * What the code sees of a table: a message without values is a string, one with a single value a function of it, one
 * with several a function of an object that names them.
 */
export type TextsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? Filled<T[K]>
    : T[K] extends { readonly other: infer Other extends string }
      ? FilledPlural<Other>
      : TextsOf<T[K]>;
};

/** The same table in another language: it does not compile with a key too few or too many. */
export type TranslationOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends { readonly other: string }
      ? Plural
      : TranslationOf<T[K]>;
};

const PLACE = /\{(\w+)\}/g;

export const isPlural = (message: Message | Messages): message is Plural =>
  typeof message === 'object' && typeof message['other'] === 'string';

/** The names of the values that a message shows. */
export function placesOf(message: Message): ReadonlySet<string> {
  const forms = typeof message === 'string' ? [message] : ['{count}', ...Object.values(message)];
  return new Set(forms.flatMap((form) => [...form.matchAll(PLACE)].map(([, name]) => name!)));
}

/** Fills a message in. Numbers are written as people of `locale` write them. */
export class Filler {
  private rules: Intl.PluralRules | undefined;
  private numbers: Intl.NumberFormat | undefined;

  constructor(private readonly locale: string) {}

  fill(message: Message, values: Readonly<Record<string, Value>>): string {
    return this.form(message, values['count']).replaceAll(PLACE, (place, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? this.write(value) : (value ?? place);
    });
  }

  private form(message: Message, count: Value | undefined): string {
    if (typeof message === 'string') return message;
    this.rules ??= new Intl.PluralRules(this.locale);
    return message[this.rules.select(Number(count))] ?? message.other;
  }

  private write(value: number): string {
    this.numbers ??= new Intl.NumberFormat(this.locale);
    return this.numbers.format(value);
  }
}

/**
 * The texts that code asks for. Which values a message has follows from `original`; `table` may leave some out.
 * @param locale for numbers and plurals, as BCP 47 writes it
 */
export function textsOf<T extends Messages>(original: T, table: Messages, locale: string): TextsOf<T> {
  const filler = new Filler(locale);
  const texts = (of: Messages, from: Messages): Record<string, unknown> => {
    const result: Record<string, unknown> = {};
    for (const [key, message] of Object.entries(of)) result[key] = text(message, from[key]!);
    return result;
  };
  const text = (of: Message | Messages, from: Message | Messages): unknown => {
    if (typeof of !== 'string' && !isPlural(of)) return texts(of, from as Messages);
    const message = from as Message;
    const [name, ...others] = placesOf(of);
    if (name === undefined) return message;
    if (others.length === 0) return (value: Value) => filler.fill(message, { [name]: value });
    return (values: Readonly<Record<string, Value>>) => filler.fill(message, values);
  };
  return texts(original, table) as TextsOf<T>;
}
