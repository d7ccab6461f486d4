import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { endLeftOver } from './left-over.js';
import { FakeWorker, settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

/** A program that does nothing until its input ends. `ended`: its exit code and what ended it. */
async function program() {
  const code = 'process.stdin.resume(); process.stdin.on("end", () => process.exit(3)); console.log(1)';
  const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  if (child.pid === undefined) throw new Error('It has no pid');
  return { pid: child.pid, ended, end: () => child.stdin.end() };
}

it('is ended when its worker is killed', async () => {
  const { add, worker } = setUpPool();
  void add('film');
  await settle();
  const child = await program();
  worker('film').tell('ffmpeg', { pid: child.pid, runs: true });
  worker('film').kill();
  expect(await child.ended).toEqual([null, 'SIGKILL']);
});

it('is left alone when it had ended before: its pid may be that of another', async () => {
  const worker = new FakeWorker();
  const child = await program();
  endLeftOver(worker, () => undefined);
  for (const runs of [true, false]) worker.tell('ffmpeg', { pid: child.pid, runs });
  worker.kill();
  await settle();
  child.end();
  expect(await child.ended).toEqual([3, null]);
});

it('is ended when it is told of only after the end of its worker', async () => {
  const worker = new FakeWorker();
  const child = await program();
  endLeftOver(worker, () => undefined);
  worker.kill();
  await settle();
  worker.tell('ffmpeg', { pid: child.pid, runs: true });
  expect(await child.ended).toEqual([null, 'SIGKILL']);
});

it('is no news when the worker has ended it itself', async () => {
  const worker = new FakeWorker();
  const said: string[] = [];
  const child = await program();
  child.end();
  await child.ended;
  endLeftOver(worker, (_level, message) => said.push(message));
  worker.tell('ffmpeg', { pid: child.pid, runs: true });
  worker.kill();
  await settle();
  expect(said).toEqual([]);
});
