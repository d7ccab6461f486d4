// Used by main and the tests of the packages: what Windows knows the app by. Its installer writes the same into the
// shortcuts (build/packaging/config.mjs); a test holds the two together.

/** Application id: windows, jump list and pinned icon belong together where it is the same. */
export const APP_ID = 'io.github.homegallery.app';
