// Runs in the library process: the schema of the index database. Everything in it can be read from the disk again,
// so a step that improves how files are read may simply forget the rows it improves on.

import type { Migration } from './migrations.js';

export const INDEX_MIGRATIONS: readonly Migration[] = [
  {
    name: 'roots, snapshots and metadata',
    up: `
      CREATE TABLE roots (
        id INTEGER PRIMARY KEY,
        path NOT NULL UNIQUE
      );
      CREATE TABLE snapshots (
        root INTEGER PRIMARY KEY REFERENCES roots (id) ON DELETE CASCADE,
        generation INTEGER NOT NULL,
        format INTEGER NOT NULL,
        header TEXT NOT NULL,
        crc INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        saved REAL NOT NULL
      );
      CREATE TABLE snapshot_pieces (
        root INTEGER NOT NULL REFERENCES roots (id) ON DELETE CASCADE,
        generation INTEGER NOT NULL,
        piece INTEGER NOT NULL,
        crc INTEGER NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (root, generation, piece)
      );
      CREATE TABLE media (
        root INTEGER NOT NULL REFERENCES roots (id) ON DELETE CASCADE,
        path NOT NULL,
        size INTEGER NOT NULL,
        mtime REAL NOT NULL,
        width INTEGER, height INTEGER, orientation INTEGER,
        taken INTEGER, takenSource TEXT, takenOffset INTEGER,
        make TEXT, model TEXT, lens TEXT,
        exposure REAL, aperture REAL, iso REAL, focalLength REAL,
        latitude REAL, longitude REAL, altitude REAL,
        rating INTEGER, duration REAL, rotation INTEGER,
        videoCodec TEXT, audioCodec TEXT,
        contentId TEXT, motionOffset INTEGER, motionLength INTEGER,
        error TEXT,
        PRIMARY KEY (root, path)
      ) WITHOUT ROWID;
    `,
  },
];
