// Runs in main: whether Chromium's sandbox was left out by somebody else than the person. The launcher of an AppImage does so
// where the system lets no program make a sandbox of its own (Ubuntu 24.04 and later); the deb can have one there.

export interface Started {
  /** `--no-sandbox` is on the command line. */
  readonly without: boolean;
  /** See {@link isAppImage}. */
  readonly appImage: boolean;
  /** Of the user; undefined on Windows. */
  readonly uid: number | undefined;
}

/** A sentence about it for the person; null when all is as it should be. */
export function sandboxNotice({ without, appImage, uid }: Started): string | null {
  // Root cannot have it anyway, and whoever gave the switch elsewhere knows.
  if (!without || uid === 0 || !appImage) return null;
  return 'This system lets an AppImage run only without its sandbox, one wall less around damaged files. The deb package has it.';
}
