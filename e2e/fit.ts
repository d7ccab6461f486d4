// Runs in Node: whether the words of the app have room on a screen. Names of files and folders may end in dots, our words may not.

import type { Page } from '@playwright/test';
import { messagesByKey } from '../electron/shared/texts/content.js';
import { LANGUAGES, type Language } from '../electron/shared/texts/languages.js';

/** All that the app says in a language without filling anything in. */
export const wordsOf = (language: Language): readonly string[] =>
  [...messagesByKey(LANGUAGES[language].words).values()].flatMap((message) =>
    typeof message === 'string' && !message.includes('{') ? [message] : [],
  );

/** Those of some words that are seen only in part now. What can be scrolled to is not cut. */
export const cutWords = (page: Page, words: readonly string[]): Promise<string[]> =>
  page.evaluate((own) => {
    const ours = new Set(own);
    const isCut = (element: Element): boolean => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      for (let outer: Element | null = element; outer !== null; outer = outer.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(outer);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        if ([overflowX, overflowY].some((one) => one === 'auto' || one === 'scroll')) return false;
        const room = outer.getBoundingClientRect();
        // Said to screen readers alone.
        if (room.width <= 1 || room.height <= 1) return false;
        // Not seen at all: a card beside those that are.
        if (text.right <= room.left || text.left >= room.right) return false;
        if (text.left < room.left - 1 || text.right > room.right + 1) return true;
        if (text.top < room.top - 3 || text.bottom > room.bottom + 3) return true;
      }
      return text.width > 0 && (text.left < -1 || text.right > innerWidth + 1);
    };
    const said = (element: Element) => element.textContent.trim();
    const seen = [...document.querySelectorAll('body *')].filter(
      (element) =>
        ours.has(said(element)) &&
        // Covers at the edge of the row go on outside of the window.
        element.closest('[data-testid="flow-card"]') === null &&
        ![...element.children].some((child) => said(child) === said(element)) &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    return [...new Set(seen.filter(isCut).map(said))];
  }, words);
