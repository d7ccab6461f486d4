// @ts-check
// Runs in the build scripts: what an audit must come to for a release.

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'];

/** What goes to people must have none at all; what builds it, none that is serious. */
export const LEVELS = [
  { what: 'what is packed', args: ['--omit=dev'], from: 'low' },
  { what: 'what builds and tests it', args: [], from: 'high' },
];

/**
 * Reads what `npm audit --json` printed.
 * @param {string} json
 * @param {string} from the least severity that counts
 * @returns {{ answered: boolean, found: string[] }} whether the registry answered; a line for each package
 */
export function judge(json, from) {
  const report = parse(json);
  const all = report?.vulnerabilities;
  // What npm prints when it could not ask holds a message and no vulnerabilities.
  if (typeof all !== 'object' || all === null) return { answered: false, found: [] };
  const least = SEVERITIES.indexOf(from);
  const found = Object.values(all)
    // One that nobody knows yet counts.
    .filter(({ severity }) => !SEVERITIES.slice(0, least).includes(severity))
    .map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
  return { answered: true, found };
}

/**
 * @param {string} json
 * @returns {{ vulnerabilities?: Record<string, { name: string, severity: string, range: string }> } | null}
 */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    // Nothing that an audit would print.
    return null;
  }
}
