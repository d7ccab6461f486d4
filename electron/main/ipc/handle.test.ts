import { expect, it, vi } from 'vitest';
import { CALL_NAMES, type CallName } from '../../shared/contract.js';
import { AppError } from '../../shared/result.js';
// Only Electron's runtime is out of reach in a unit test; what is tested here does not use it.
vi.mock('electron', () => ({ ipcMain: {} }));
const { answer } = await import('./handle.js');

type Handlers = Parameters<typeof answer>[1];
const handlers = (work: (...args: unknown[]) => unknown) =>
  Object.fromEntries(CALL_NAMES.map((name) => [name, work])) as unknown as Handlers;
const log = vi.fn();

it('hands checked arguments to the handler', async () => {
  const work = vi.fn(() => 'value');
  expect(await answer('thumbnails.retry', handlers(work), [1, null], log)).toEqual({
    ok: true,
    value: 'value',
  });
  expect(work).toHaveBeenCalledWith(1, null);
});

it.each<[CallName, unknown[]]>([
  ['roots.list', [1]],
  ['roots.remove', []],
  ['roots.remove', ['1']],
  ['roots.remove', [1.5]],
  ['roots.remove', [-1]],
  ['roots.remove', [Number.NaN]],
  ['roots.addDropped', [['']]],
  ['roots.addDropped', [['/a\0b']]],
  ['roots.addDropped', [['x'.repeat(40_000)]]],
  ['roots.addDropped', ['/a']],
  ['thumbnails.want', [{ root: 1, visible: [1], near: [], more: 1 }]],
  ['thumbnails.want', [{ root: 1, visible: new Array<number>(6000).fill(1), near: [] }]],
  ['thumbnails.retry', [1, 2 ** 32]],
  ['files.openExternally', [1, { toString: () => '1' }]],
])('refuses %s %j', async (name, args) => {
  const work = vi.fn();
  expect(await answer(name, handlers(work), args, log)).toMatchObject({ ok: false, code: 'bad-argument' });
  expect(work).not.toHaveBeenCalled();
});

it('answers failures as values', async () => {
  const offline = () => {
    throw new AppError('offline', 'The folder is offline.');
  };
  expect(await answer('roots.list', handlers(offline), [], log)).toEqual({
    ok: false,
    code: 'offline',
    message: 'The folder is offline.',
  });
  const broken = () => Promise.reject(new TypeError('x is not a function'));
  expect(await answer('roots.list', handlers(broken), [], log)).toMatchObject({
    ok: false,
    code: 'internal',
  });
  expect(log).toHaveBeenCalledWith('error', expect.stringContaining('x is not a function'));
});
