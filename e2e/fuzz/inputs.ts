// Runs in the test, and by its text in the page and in main: makes wrong arguments and wrong addresses, the same ones for the
// same seed. Because its text is sent, the function stands alone: everything it uses is in it.

import type { Shape } from './shapes.js';

/** What exists, so that what is wrong is not always wrong altogether. */
export interface Known {
  readonly roots: readonly number[];
  readonly ids: readonly number[];
  /** Paths that lead out of the chosen folders, absolute and relative. */
  readonly outside: readonly string[];
  /** Other wrong paths, hosts and ranges (words.ts). */
  readonly paths: readonly string[];
  readonly hosts: readonly string[];
  readonly ranges: readonly string[];
}

export interface Inputs {
  /** Arguments for a call: mostly wrong in one place, sometimes altogether, sometimes right. */
  args(shapes: readonly Shape[]): unknown[];
  /** An address of a scheme. */
  url(scheme: string): string;
  /** Method and headers for a request. */
  request(): { readonly method: string; readonly headers: Readonly<Record<string, string>> };
  /** Anything that no call expects. */
  anything(): unknown;
}

export function makeInputs(seed: number, known: Known): Inputs {
  // Mulberry32: 32 bits of state are plenty for this.
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (count: number): number => Math.floor(next() * count);
  const pick = <T>(of: readonly T[]): T => of[upTo(of.length)]!;
  const chance = (share: number): boolean => next() < share;

  const NUMBERS = [
    ...[-1, -0, 0, 1, 1.5, 99, NaN, Infinity, -Infinity, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32],
    ...[2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 1e21, 1e308, -1e308, 5e-324, 0.1 + 0.2],
  ];
  /** One way to make a text look like something else. */
  const DISGUISES: readonly ((text: string) => string)[] = [
    (text) => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '')).replaceAll('.', '%2e'),
    (text) => text.replaceAll('.', '%2e').replaceAll('/', '%2f').replaceAll('\\', '%5c'),
    (text) => text.replaceAll('.', '%252e').replaceAll('/', '%252f'),
    (text) => text.replaceAll('.', '%c0%ae').replaceAll('/', '%c0%af'),
    (text) => text.replaceAll('/', '\\'),
    // What looks like dots and slashes.
    (text) => text.replaceAll('.', '\uff0e').replaceAll('/', '\uff0f'),
    (text) => text.replaceAll('..', '\u2025').replaceAll('/', '\u2215'),
    (text) => `${text}\0`,
    (text) => `${text}\0.jpg`,
    (text) => `${text}%00.jpg`,
    (text) => `\0${text}`,
    (text) => ` ${text} `,
    (text) => `${text}.`,
    (text) => `${text}\r\nx: y`,
    (text) => `\u202e${text}`,
    (text) => `${text}\ud800`,
    (text) => `${text}\udce9`,
    (text) => text.normalize('NFD') + '\u0301',
    (text) => text.toUpperCase(),
    (text) => `${text}/${text}`,
    (text) => text.replaceAll('/', '//./'),
    (text) => '../'.repeat(1 + upTo(40)) + text,
  ];
  const text = (): string => {
    if (chance(0.02)) return pick(['x', '../', '\0', '%', '\u{1f4f7}', 'a/']).repeat(10 ** (2 + upTo(4)));
    let made = chance(0.3) && known.outside.length > 0 ? pick(known.outside) : pick(known.paths);
    for (let times = upTo(3); times > 0; times--) made = pick(DISGUISES)(made);
    return made;
  };

  const deep = (levels: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level++)
      value = level % 2 === 0 ? [value] : { root: value, ids: value };
    return value;
  };
  const polluted = (): unknown =>
    JSON.parse(
      pick([
        '{"__proto__":{"root":1,"ids":[1],"folder":""}}',
        '{"constructor":{"prototype":{"polluted":true}}}',
        '{"root":1,"ids":[0],"__proto__":{"isAdmin":true}}',
        '[["__proto__"],{"__proto__":null}]',
      ]),
    );
  const round = (): unknown => {
    const value: Record<string, unknown> = { root: 1 };
    value['self'] = value;
    return value;
  };
  const anything = (): unknown =>
    pick<() => unknown>([
      () => null,
      () => undefined,
      () => chance(0.5),
      () => pick(NUMBERS),
      text,
      text,
      () => BigInt(pick(['1', '-1', '99999999999999999999'])),
      () => new Date(pick([0, NaN, 8.64e15])),
      () => /x/g,
      () => new Map<unknown, unknown>([['root', 1]]),
      () => new Set([1, '..']),
      () => new Error(text()),
      () => new ArrayBuffer(pick([0, 4, 4096])),
      () => new Uint32Array(pick([[], [0], [4294967295], Array.from({ length: 6_000 }, (_, i) => i)])),
      () => new Float64Array(NUMBERS),
      () => new Uint8Array(8),
      () => ({}),
      () => [],
      () => new Array<number>(6000).fill(1),
      () => new Array<unknown>(5_000),
      () => deep(pick([3, 30, 300])),
      polluted,
      polluted,
      round,
      () => ({ length: 3, 0: 'a' }),
      () => ({ root: 1, ids: text(), then: 1, toString: 'x', valueOf: null }),
      () => Object.assign(Object.create(null) as object, { root: 1 }),
      () => () => 1,
      () => Promise.resolve(1),
      () => Symbol('x'),
    ])();

  const id = (): number =>
    known.ids.length > 0 && chance(0.6) ? pick(known.ids) : Math.abs(Math.trunc(pick(NUMBERS))) || 0;
  const root = (): number =>
    known.roots.length > 0 && chance(0.7) ? pick(known.roots) : pick([0, 2, 99, 2 ** 32, 2 ** 53]);
  /** A value that fits, or nearly. `name`: of the property it is for. */
  const fitting = (shape: Shape, name: string): unknown => {
    if ('const' in shape) return shape.const;
    if (shape.enum) return pick(shape.enum);
    const ways = shape.anyOf ?? shape.oneOf;
    if (ways) return fitting(pick(ways), name);
    switch (shape.type) {
      case 'integer':
        if (name === 'root' || name === '0') return root();
        return chance(0.6) ? id() : pick([shape.minimum ?? 0, shape.maximum ?? 9, pick(NUMBERS)]);
      case 'number':
        return pick([0, 1, 100, shape.minimum ?? -1, shape.maximum ?? 1]);
      case 'string':
        return text().slice(0, chance(0.9) ? (shape.maxLength ?? 1000) : undefined);
      case 'boolean':
        return chance(0.5);
      case 'null':
        return null;
      case 'ids':
        return Uint32Array.from({ length: upTo(4) }, id);
      case 'array': {
        const { prefixItems, items } = shape;
        if (prefixItems) return prefixItems.map((one, place) => fitting(one, String(place)));
        return items ? Array.from({ length: upTo(4) }, () => fitting(items, name)) : [];
      }
      case 'object': {
        const entries = Object.entries(shape.properties ?? {}).filter(
          ([key]) => shape.required?.includes(key) || chance(0.5),
        );
        return Object.fromEntries(entries.map(([key, one]) => [key, fitting(one, key)]));
      }
      default:
        return anything();
    }
  };
  /** The same value with something wrong in one place of it. */
  const spoiled = (value: unknown): unknown => {
    if (Array.isArray(value) && value.length > 0 && chance(0.8)) {
      const place = upTo(value.length);
      return value.map((one: unknown, i) => (i === place ? spoiled(one) : one));
    }
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      const keys = Object.keys(value);
      const key =
        keys.length > 0 && chance(0.8) ? pick(keys) : pick(['extra', 'constructor', 'then', 'path']);
      return { ...value, [key]: spoiled((value as Record<string, unknown>)[key]) };
    }
    return anything();
  };
  const args = (shapes: readonly Shape[]): unknown[] => {
    const right = shapes.map((shape, place) => fitting(shape, String(place)));
    const kind = next();
    if (kind < 0.25) return right;
    if (kind < 0.35) return [...right, anything()];
    if (kind < 0.42) return right.slice(0, upTo(right.length + 1));
    if (kind < 0.5 || right.length === 0) return Array.from({ length: 1 + upTo(4) }, anything);
    const wrong = spoiled(right);
    return Array.isArray(wrong) ? wrong : [wrong];
  };

  const url = (scheme: string): string => {
    const host = chance(0.6) ? (scheme === 'app' ? 'gallery' : `r${root()}`) : pick(known.hosts);
    const path = pick([
      () => String(id()),
      () => String(pick(NUMBERS)),
      () => text(),
      () => text(),
      () => text(),
      () => `${id()}/${text()}`,
      () => `${id()}${pick(['%00', '%20', '/', '//', '.jpg', ';x', '\\', '%2f..%2f..', '\u0661'])}`,
    ])();
    const query = chance(0.5)
      ? `?${pick(['size', 'at', 'part', 'v', 'path', '__proto__', 'size=screen&at'])}=${pick([
          () => pick(['grid', 'large', 'screen', 'full', 'preview', 'motion', 'huge', '']),
          () => String(pick(NUMBERS)),
          () => text().slice(0, 5000),
        ])()}`
      : '';
    return `${scheme}:${pick(['//', '//', '//', '//', '//', '//', '/', ''])}${host}/${path}${query}${chance(0.1) ? '#../..' : ''}`;
  };
  const request = () => {
    return {
      method: chance(0.7) ? 'GET' : pick(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']),
      headers: chance(0.4) ? { range: pick(known.ranges) } : {},
    };
  };
  return { args, url, request, anything };
}
