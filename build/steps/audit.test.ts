// The audit before a release: what counts, and that the script ends as it should, against a registry on this machine.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judge } from './audit.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const report = (...severities: string[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      severities.map((severity) => [`pkg-${severity}`, { name: `pkg-${severity}`, severity, range: '<2' }]),
    ),
  });

it('tells what counts, and what it does not know as well', () => {
  expect(judge(report(), 'low')).toEqual({ answered: true, found: [] });
  expect(judge(report('low', 'high'), 'high').found).toEqual(['pkg-high <2: high']);
  expect(judge(report('low', 'critical'), 'low').found).toHaveLength(2);
  expect(judge(report('terrible'), 'high').found).toEqual(['pkg-terrible <2: terrible']);
});

it('does not take silence for a clean bill', () => {
  for (const said of ['', 'npm error', '{}', '{"message":"405 Method Not Allowed"}', 'null'])
    expect(judge(said, 'low')).toEqual({ answered: false, found: [] });
});

/** Runs the script as the release does, against a registry of its own that knows these weaknesses: severity by package. */
async function audit(known: Record<string, string> | null) {
  const registry = createServer((request, response) => {
    const answer = known && answerOf(request.url ?? '', known);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const { port } = registry.address() as AddressInfo;
  // What npm has learned of weaknesses it keeps: these must not get among those of the machine.
  const cache = mkdtempSync(join(tmpdir(), 'home-gallery-audit-'));
  const registryOfTest = {
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_noproxy: '127.0.0.1',
  };
  try {
    const env = { ...process.env, ...registryOfTest, npm_config_cache: cache };
    return await run(process.execPath, [inRoot('build/audit.mjs')], { output: 'collect', env });
  } finally {
    registry.close();
    rmSync(cache, { recursive: true, force: true });
  }
}

function answerOf(url: string, known: Record<string, string>) {
  if (!url.endsWith('/advisories/bulk')) return null;
  const about = { url: 'https://example.org/1', title: 'Bad', vulnerable_versions: '>=0', cwe: [] };
  return Object.fromEntries(
    Object.entries(known).map(([name, severity], id) => [name, [{ ...about, id, severity }]]),
  );
}

it.each([
  ['nothing is known', {}, 0, /No known weakness \(high or worse\) in what builds and tests it/],
  ['something slight is known of what only builds', { eslint: 'moderate' }, 0, /in what builds/],
  ['something slight is known of what is packed', { sharp: 'low' }, 1, /in what is packed:\nsharp/],
  [
    'something serious is known of what only builds',
    { eslint: 'high' },
    1,
    /in what builds and tests it:\n(.*\n)*eslint : high/,
  ],
  ['the registry has no answer', null, 1, /nothing was checked/],
])(
  'when %s, the step of the release ends accordingly',
  async (_, known, code, said) => {
    const ended = await audit(known);
    expect(ended.stdout + ended.stderr).toMatch(said);
    expect(ended.code).toBe(code);
  },
  60_000,
);
