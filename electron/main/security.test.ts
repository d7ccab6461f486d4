import { expect, it, vi } from 'vitest';
// Only Electron's runtime is out of reach in a unit test; what is tested here does not use it.
vi.mock('electron', () => ({ app: {}, protocol: {} }));
const { isOurPage } = await import('./security.js');

type Event = Parameters<typeof isOurPage>[0];

/** A call from a frame of `origin`: the page's main frame, or one inside it. */
function callFrom(origin: string | null, isMain = true): Event {
  const frame = origin === null ? null : { origin };
  return { senderFrame: frame, sender: { mainFrame: isMain ? frame : {} } } as unknown as Event;
}

it('trusts the main frame of our own page alone', () => {
  expect(isOurPage(callFrom('app://gallery'), null)).toBe(true);
  expect(isOurPage(callFrom('app://gallery', false), null)).toBe(false);
  for (const origin of ['app://gallery.evil', 'https://gallery', 'file://', 'null', 'media://r1', null]) {
    expect(isOurPage(callFrom(origin), null), String(origin)).toBe(false);
  }
});

it('trusts the dev server only where there is one', () => {
  expect(isOurPage(callFrom('http://localhost:5173'), null)).toBe(false);
  expect(isOurPage(callFrom('http://localhost:5173'), 'http://localhost:5173')).toBe(true);
  expect(isOurPage(callFrom('http://localhost:5173.evil'), 'http://localhost:5173')).toBe(false);
});
