// Runs in the library process: the schema of what a user made. Steps that were released never change, and none may
// lose anything.

import type { Migration } from './migrations.js';

export const USER_MIGRATIONS: readonly Migration[] = [
  {
    name: 'favourites, ratings and tags',
    up: `
      CREATE TABLE items (
        id INTEGER PRIMARY KEY,
        root NOT NULL,
        path NOT NULL,
        fingerprint TEXT,
        favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
        rating INTEGER CHECK (rating BETWEEN 0 AND 5),
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        UNIQUE (root, path)
      );
      CREATE INDEX items_fingerprint ON items (fingerprint) WHERE fingerprint IS NOT NULL;
      CREATE TABLE tags (
        item INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        created INTEGER NOT NULL,
        PRIMARY KEY (item, tag)
      ) WITHOUT ROWID;
      CREATE INDEX tags_tag ON tags (tag);
    `,
  },
  {
    name: 'versions of marked files, hidden folders',
    up: `
      ALTER TABLE items ADD COLUMN size INTEGER;
      ALTER TABLE items ADD COLUMN modified REAL;
      CREATE TABLE hidden_folders (
        root NOT NULL,
        path NOT NULL,
        created INTEGER NOT NULL,
        PRIMARY KEY (root, path)
      ) WITHOUT ROWID;
    `,
  },
];
