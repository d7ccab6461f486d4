import { expect, it } from 'vitest';
import { Notices } from './notices.js';

it('keeps what is said before the page listens, and says everything once', () => {
  const shown: string[] = [];
  const notices = new Notices((message) => shown.push(message));
  notices.tell('a');
  notices.tell('b');
  expect(shown).toEqual([]);
  notices.open();
  notices.tell('c');
  notices.open();
  expect(shown).toEqual(['a', 'b', 'c']);
});
