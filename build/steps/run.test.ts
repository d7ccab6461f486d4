// Runs in Node: programs are waited for, their ends are told as shells tell them.

import { describe, expect, it } from 'vitest';
import { run, which } from './run.mjs';

const node = (script: string, timeLimit?: number) =>
  run(process.execPath, ['-e', script], {
    output: 'collect',
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });

describe('run', () => {
  it('hands back the exit code and what was printed', async () => {
    const result = await node("console.log('out'); console.error('err'); process.exitCode = 3;");
    expect(result).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', timedOut: false });
  });

  it('gives a signal the number that shells give it', async () => {
    expect((await node("process.kill(process.pid, 'SIGKILL')")).code).toBe(137);
  });

  it('ends a program that takes too long', async () => {
    const result = await node('setInterval(() => undefined, 1000)', 1);
    expect(result.timedOut).toBe(true);
    expect(result.code).toBe(137);
  });

  it('answers 127 for a program that is not there', async () => {
    const result = await run('home-gallery-no-such-program', [], { output: 'collect' });
    expect(result.code).toBe(127);
    expect(result.stderr).toContain('ENOENT');
  });
});

describe('which', () => {
  it('finds programs on the PATH, and null for others', () => {
    expect(which('node')).not.toBeNull();
    expect(which('home-gallery-no-such-program')).toBeNull();
  });
});
