// Tests of the details in the info panel: what is read does not move when more is known, and what failed is asked for again.

import { expect, it } from 'vitest';
import { AppError } from '../../../electron/shared/result.js';
import { NO_DETAILS, type FileDetails } from '../../../electron/shared/details.js';
import { createApp } from '../../state/app.js';
import { keyOf } from '../../state/keys.js';
import { fakeGallery, file, listingOf } from '../../testing.js';
import { factsOf } from './detailFacts.js';
import { subjectOf } from './subject.js';
import { askWhenBack, detailsOf } from './useDetails.js';

const TAKEN = Date.UTC(2023, 5, 14, 12);
const details: FileDetails = {
  ...NO_DETAILS,
  ...{ taken: TAKEN, takenSource: 'exif', takenOffset: 120, make: 'Fuji', model: 'X100', iso: 200 },
};

it('what the listing knows stands where it stands when all is known', () => {
  const app = createApp(fakeGallery({}));
  app.library.preview(
    1,
    listingOf(file(1, { width: 800, height: 600, taken: TAKEN, takenSource: 1, added: 1e9 })),
  );
  const subject = subjectOf(app, keyOf(1, 1))!;
  const early = factsOf(subject, null, []);
  const whole = factsOf(subject, details, []);
  expect(whole.slice(0, early.length).map(([fact]) => fact)).toEqual(early.map(([fact]) => fact));
  const taken = (facts: typeof early) => facts.find(([fact]) => fact === 'taken')?.[1];
  expect(taken(early)).toMatch(/2023.*, from the camera$/);
  expect(taken(whole)).toContain('from the camera');
  // The next file of a series has a place for each line of the one before.
  const more = whole.slice(early.length).map(([fact]) => fact);
  expect(more).toEqual(['camera', 'settings']);
  expect(factsOf(subject, null, more).map(([fact]) => fact)).toEqual(whole.map(([fact]) => fact));
});

it('asks again with news of the folders for what was not answered, and for nothing else', async () => {
  let isDown = true;
  const gallery = fakeGallery({
    'library.details': () => {
      if (isDown)
        throw new AppError('crashed', 'The library is being started again. Try it again in a moment.');
      return details;
    },
  });
  // As the gate answers: a failure is a rejection.
  const { call } = gallery;
  gallery.call = async (...asked) => call(...asked);
  const app = createApp(gallery);
  const question = detailsOf(app, keyOf(1, 5));
  const end = askWhenBack(question, app.roots);
  const news = async () => {
    app.roots.set([...app.roots.get()]);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await question.put();
  await news();
  expect(question.get().problem).toBe('The library is being started again. Try it again in a moment.');
  isDown = false;
  await news();
  expect(question.get()).toEqual({ value: details, late: false, problem: null });
  const count = gallery.calls.length;
  await news();
  end();
  expect([count, gallery.calls.length]).toEqual([3, 3]);
});
