// @ts-check
// Runs in the build scripts: how they talk to the person at the terminal, and how they give up.

/** An end that was foreseen: its message is all the person needs, so no stack is printed. */
export class Stop extends Error {
  /**
   * @param {string} message what to do about it
   * @param {number} [exitCode] never 0
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/**
 * One line of progress.
 * @param {string} text
 */
export function say(text) {
  console.log(`- ${text}`);
}

/**
 * One line that does not stop anything but should be read.
 * @param {string} text
 */
export function warn(text) {
  console.warn(`! ${text}`);
}

/**
 * Runs a script's main function, shows its failure and sets the exit code.
 * @param {() => Promise<number | void>} main answers the exit code; nothing means 0
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Stop) {
      console.error(`\n${error.message}`);
      process.exitCode = error.exitCode;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
  // At once: electron-builder waits for the loop to run empty, and then ends the process with 0 whatever was said here.
  process.exit();
}

/**
 * The message of anything thrown.
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
