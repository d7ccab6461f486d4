// Renderer: names in the order in which people of the chosen language look for them, numbers as people count.

const collatorFor = (locale: string | undefined) =>
  new Intl.Collator(locale, { numeric: true, sensitivity: 'variant' });

let collator = collatorFor(undefined);

/** From now on names are in the order of this language; whoever has put some in order does so anew. */
export function collateIn(locale: string): void {
  collator = collatorFor(locale);
}

/** The comparison of the language divides longer numbers: these are left to it. */
const LONGEST = 200;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The comparison of the chosen language. Where two names differ first in a number, that decides, quicker. */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let same = 0;
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  let start = same;
  while (start > 0 && isDigit(a.charCodeAt(start - 1))) start--;
  const [endA, endB] = [endOfNumber(a, start), endOfNumber(b, start)];
  if (endA > start && endB > start && endA - start < LONGEST && endB - start < LONGEST) {
    const difference = compareNumbers(a.slice(start, endA), b.slice(start, endB));
    if (difference !== 0) return difference;
  }
  return collator.compare(a, b);
}

function endOfNumber(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Of digits, however many. */
function compareNumbers(a: string, b: string): number {
  const [bareA, bareB] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  if (bareA.length !== bareB.length) return bareA.length - bareB.length;
  return bareA < bareB ? -1 : bareA > bareB ? 1 : 0;
}
