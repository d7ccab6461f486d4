// Runs in main: what each option's value must look like, as zod schemas made from the table, and how it is said.

import { z } from 'zod';
import { OPTION_NAMES, OPTIONS, type OptionName, type OptionType } from '../../shared/options.js';

/** An unsaved or saved value that fits the table. */
export function schemaOf(name: OptionName): z.ZodType {
  const { type } = OPTIONS[name];
  switch (type.kind) {
    case 'whole':
      return z.number().int().min(type.min).max(type.max);
    case 'switch':
      return z.boolean();
    case 'choice':
      return z.enum(type.of);
    case 'folder':
    case 'file':
      return path.nullable();
    case 'folders':
      return z.array(path);
  }
}

const path = z
  .string()
  .min(1)
  .max(32_768)
  .refine((text) => !text.includes('\0'));

/** One path, which a person chooses in the system's dialog. */
export const isPath = ({ kind }: OptionType): boolean => kind === 'folder' || kind === 'file';

export const optionName = z.enum(OPTION_NAMES);

/** What an option takes, to stand behind "it takes". */
export function takes(type: OptionType): string {
  switch (type.kind) {
    case 'whole':
      return `a whole number from ${type.min} to ${type.max}`;
    case 'switch':
      return 'true or false';
    case 'choice':
      return `${type.of.slice(0, -1).join(', ')} or ${type.of.at(-1)}`;
    case 'folder':
    case 'folders':
      return 'a folder';
    case 'file':
      return 'a file';
  }
}

const WORDS_OF_TRUTH: Readonly<Record<string, boolean>> = {
  ...{ true: true, yes: true, on: true, 1: true },
  ...{ false: false, no: false, off: false, 0: false },
};

/** The value that a text means, or undefined. Folders are taken as they are. */
export function readText(type: OptionType, text: string): unknown {
  switch (type.kind) {
    case 'whole':
      // As people write it: `0x10` and `1e3` are slips.
      return /^[+-]?\d+$/.test(text.trim()) ? Number(text) : undefined;
    case 'switch':
      return WORDS_OF_TRUTH[text.trim().toLowerCase()];
    case 'choice':
      return text.trim().toLowerCase();
    case 'folder':
    case 'file':
    case 'folders':
      return text;
  }
}
