// Used by the demo and by the test of the documents: the screenshots that the README shows.

/** By the name under which it has them. */
export const README_SCREENS = ['timeline', 'home', 'browse', 'viewer', 'activity'] as const;
export type ReadmeScreen = (typeof README_SCREENS)[number];
