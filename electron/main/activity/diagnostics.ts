// Runs in main: the text a person can send to somebody who helps: everything the Activity view shows. Unless they are
// asked for it holds no paths: whoever sends it should not have to read it first.

import type { ActivitySnapshot, LogTail } from '../../shared/activity.js';

export interface DiagnosticsInput {
  readonly snapshot: ActivitySnapshot;
  readonly log: LogTail;
  /** Name -> version. */
  readonly versions: Readonly<Record<string, string>>;
  /** Absolute folders that are to be known again by their placeholders, e.g. `[['/home/ann', 'home']]`. */
  readonly places: readonly (readonly [path: string, placeholder: string])[];
}

const LINES = 60;

/** Plain text in English, whatever the app's language: it is for whoever helps. */
export function describe(input: DiagnosticsInput, withPaths: boolean): string {
  const { snapshot, versions, log } = input;
  const { pool, caches, thumbnails, loop, index } = snapshot;
  const told = (message: string) => (withPaths ? message : withoutPaths(message, input.places));
  const lines = [
    `Home Gallery diagnostics, ${new Date(snapshot.at).toISOString()}, running for ${Math.round(snapshot.uptime)} s`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    '',
    `Caches: ${snapshot.useCache ? 'on' : 'off'}`,
    ...Object.entries(caches).map(
      ([name, { size, maxSize, defaultTtl, hits, misses, expired, evictions }]) =>
        `  ${name}: ${size} of ${maxSize} entries, TTL ${defaultTtl / 1000} s, ${hits} hits, ${misses} misses, ${expired} expired, ${evictions} evicted`,
    ),
    `Workers: ${pool.completed} completed (${pool.recognised} recognised), ${pool.failed} failed, ${pool.pending} pending, ${pool.running} running; median ${seconds(pool.median)}, p95 ${seconds(pool.p95)}`,
    `  waiting: ${Object.entries(pool.lanes)
      .map(([lane, count]) => `${lane} ${count}`)
      .join(', ')}`,
    ...pool.workers.map(
      ({ name, pid, state, file, seconds: busy, memory }) =>
        `  ${name}: ${state}, pid ${pid ?? '-'}, ${memory === null ? '-' : megabytes(memory)}${file === null ? '' : `, ${withPaths ? file : '<file>'} for ${seconds(busy)}`}`,
    ),
    `Thumbnails: ${thumbnails.done} of ${thumbnails.total}, ${thumbnails.failed} failed${thumbnails.paused ? ', paused' : ''}; store ${megabytes(thumbnails.store.bytes)} of ${megabytes(thumbnails.store.cap)}`,
    ...(thumbnails.notice === null ? [] : [`  notice: ${told(thumbnails.notice)}`]),
    ...thumbnails.failures.map(
      ({ path, code, message }) =>
        `  ${withPaths ? path : '<file>'}: ${code}${withPaths ? `: ${message}` : ''}`,
    ),
    'Folders:',
    ...snapshot.roots.map((root, place) => {
      const watch = snapshot.watchers.find((one) => one.root === root.id);
      const name = withPaths ? root.path : `<folder ${place + 1}>`;
      const how = watch
        ? `${watch.backend}, ${watch.folders} folders, ${watch.events} changes`
        : 'not watched';
      const checked = root.checkedAt === 0 ? 'never' : new Date(root.checkedAt).toISOString();
      return `  ${name}: ${root.state}, ${root.files} files, ${root.unread} unread, checked ${checked}; ${how}${watch?.degraded ? ', degraded' : ''}`;
    }),
    index
      ? `Index: ${index.files} files (${index.errors} unreadable), ${index.snapshots} snapshots, ${megabytes(index.bytes)}${index.inMemory ? ', in memory' : ''}, ${index.failedWrites} failed writes`
      : 'Index: not running',
    loop
      ? `Main loop delay: median ${ms(loop.median)}, p99 ${ms(loop.p99)}, longest ${ms(loop.longest)}`
      : 'Main loop delay: not measured yet',
    'Processes:',
    ...snapshot.processes.map(
      ({ name, pid, memory, cpu }) => `  ${name} (${pid}): ${megabytes(memory)}, ${cpu.toFixed(1)} %`,
    ),
    '',
    `Log, warnings and worse${log.isKept ? '' : ' (switched off: these are from before)'}:`,
    ...(log.problem === null ? [] : [`  ${told(log.problem)}`]),
    ...log.lines
      .filter(({ level }) => level !== 'DEBUG' && level !== 'INFO')
      .slice(-LINES)
      .map(({ time, module, level, message }) => `  ${time} ${module} ${level} ${told(message)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What follows the path in messages of the workers; the last of them, because a file may be called like that. */
const AFTER_PATH = / (?:failed after|done in|recognised in) [\d.]+ s(?: \([a-z-]+)?/g;

/**
 * A message without the paths and names in it. Names may hold anything, so that all from the first sign of a path to the
 * end goes, but for what the workers say behind it. Quoted words go as well: they are names.
 */
export function withoutPaths(message: string, places: DiagnosticsInput['places']): string {
  const [line = ''] = message.split('\n');
  const unquoted = line.replace(/"[^"]*"|“[^”]*”/g, '<name>');
  const starts = [...places.map(([path]) => unquoted.indexOf(path)), firstPath(unquoted)];
  const start = Math.min(...starts.filter((at) => at >= 0));
  if (!Number.isFinite(start)) return unquoted;
  const rest = unquoted.slice(start);
  const [, placeholder] = places.find(([path]) => rest.startsWith(path)) ?? [];
  const after = [...rest.matchAll(AFTER_PATH)].at(-1);
  return `${unquoted.slice(0, start)}<${placeholder ?? 'path'}>${after?.[0] ?? ''}`;
}

/** Where something that looks like a path or the name of a file begins; -1 when nothing does. */
function firstPath(text: string): number {
  const found = /(?:^|[\s('=:])((?:[A-Za-z]:)?[/\\]\S|\S+[/\\]\S|[^\s:]+\.[A-Za-z][A-Za-z0-9]{1,4}\b)/.exec(
    text,
  );
  return found ? found.index + found[0].length - found[1]!.length : -1;
}

const seconds = (value: number | null) => (value === null ? '-' : `${value.toFixed(2)} s`);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (value: number) => `${value.toFixed(1)} ms`;
