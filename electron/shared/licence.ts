// Shared by main and the page: the licence of a part of the app, as the build collects them (build/steps/licences.mjs).

export interface Licence {
  readonly name: string;
  readonly version: string;
  /** Short name, as SPDX has it. */
  readonly licence: string;
  readonly text: string;
}
