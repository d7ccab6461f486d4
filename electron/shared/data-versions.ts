// Shared by main and the library process: the versions of what is kept for a person and cannot be read from the disks
// again. A start that finds a newer version of it is refused (main/newer-data.ts); a test holds the numbers to the schemas.

/** Of settings.json. */
export const SETTINGS_VERSION = 1;

/** Schema of user.db. */
export const USER_DATA_VERSION = 2;
