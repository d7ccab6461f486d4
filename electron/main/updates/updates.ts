// Runs in main: looks for newer versions of the app, once a day while the person has switched that on, and at any time when
// they ask. Whatever can reach the network is loaded only then. Nothing is downloaded before they say so.

import type { UpdateState, UpdateStatus } from '../../shared/updates.js';
import { AppError } from '../../shared/result.js';
import type { Logger } from '../log.js';
import type { Feed } from './feed.js';
import type { Updater } from './updater.js';

/** Milliseconds between two checks that nobody asked for. */
export const CHECK_EVERY_MS = 24 * 60 * 60 * 1000;

export interface UpdatesServices {
  readonly feed: Feed;
  /** Loads what asks and downloads; `agreed` is looked at before each request. */
  readonly load: (agreed: () => boolean) => Promise<Updater>;
  /** Whether checks are switched on. */
  readonly isOn: () => boolean;
  /** When the last check was, milliseconds since 1970; null: never. */
  readonly checkedAt: () => number | null;
  readonly noteChecked: (at: number) => void;
  readonly now: () => number;
  /** Calls back once after a delay; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly tell: (status: UpdateStatus) => void;
  /** A sentence for the person, who may be looking at something else. */
  readonly notice: (message: string) => void;
  readonly log: Logger;
}

export class Updates {
  private state: UpdateState = { kind: 'unknown' };
  private updater: Promise<Updater> | null = null;
  /** Requests that the person is waiting for. */
  private asked = 0;
  private cancel: (() => void) | null = null;

  constructor(private readonly services: UpdatesServices) {}

  status(): UpdateStatus {
    const { support, page } = this.services.feed;
    return { support, page, state: this.state };
  }

  /** Follows the setting; to be called at start and when it changes. */
  follow(): void {
    this.cancel?.();
    this.cancel = null;
    const { feed, isOn, checkedAt, now, after } = this.services;
    if (feed.support === 'none' || !isOn()) return;
    const age = now() - (checkedAt() ?? -Infinity);
    // A check from the future (the clock was moved) says nothing about its age.
    const wait = age < 0 ? 0 : Math.max(0, CHECK_EVERY_MS - age);
    this.cancel = after(wait, () => void this.checkByItself());
  }

  /** Looks now, because the person asked. Never rejects: what went wrong is part of the status. */
  async check(): Promise<void> {
    this.needFeed();
    await this.whileAsked(() => this.look());
    // Counts as that of today.
    this.follow();
  }

  /** Gets what was found, because the person asked; it is installed when the app ends. */
  async download(): Promise<void> {
    if (this.services.feed.support !== 'installs')
      throw new AppError(
        'unsupported',
        'This build cannot replace itself. Install the newer version the way this one was installed.',
      );
    const { state } = this;
    if (state.kind !== 'found')
      throw new AppError('bad-argument', 'There is nothing to download. Check for updates first.');
    const { version } = state;
    await this.whileAsked(async () => {
      this.change({ kind: 'downloading', version, percent: 0 });
      try {
        const updater = await this.load();
        await updater.download((percent) => this.change({ kind: 'downloading', version, percent }));
        this.change({ kind: 'ready', version });
      } catch (error) {
        this.fail(error);
      }
    });
  }

  stop(): void {
    this.cancel?.();
  }

  private async checkByItself(): Promise<void> {
    const before = this.state;
    await this.look();
    const { state } = this;
    if (state.kind === 'found' && !(before.kind === 'found' && before.version === state.version)) {
      this.services.notice(`Version ${state.version} of Home Gallery is there. See Updates in the settings.`);
    }
    this.follow();
  }

  private async look(): Promise<void> {
    const { kind } = this.state;
    if (kind === 'checking' || kind === 'downloading' || kind === 'ready') return;
    this.change({ kind: 'checking' });
    // Also when it fails: a computer without a network is not to try all day.
    this.services.noteChecked(this.services.now());
    try {
      const updater = await this.load();
      const version = await updater.check();
      this.change(version === null ? { kind: 'current' } : { kind: 'found', version });
    } catch (error) {
      this.fail(error);
    }
  }

  private load(): Promise<Updater> {
    this.updater ??= this.services.load(() => this.asked > 0 || this.services.isOn());
    return this.updater;
  }

  private async whileAsked(work: () => Promise<void>): Promise<void> {
    this.asked++;
    try {
      await work();
    } finally {
      this.asked--;
    }
  }

  private needFeed(): void {
    if (this.services.feed.support === 'none') {
      throw new AppError(
        'unsupported',
        'This build knows no place to look for newer versions. They come from where this one was got.',
      );
    }
  }

  private fail(error: unknown): void {
    this.services.log('warn', `Updates: ${error instanceof Error ? error.message : String(error)}`);
    this.change({ kind: 'failed', message: sentenceOf(error) });
  }

  private change(state: UpdateState): void {
    this.state = state;
    this.services.tell(this.status());
  }
}

const UNREACHED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
]);

/** One sentence; what else there is to say is in the log. */
function sentenceOf(error: unknown): string {
  const { code = '', message = String(error) } = error as {
    readonly code?: string;
    readonly message?: string;
  };
  if (UNREACHED.has(code))
    return 'The place with the newer versions cannot be reached. Check the connection to the internet, then try it again.';
  if (/CHANNEL_FILE_NOT_FOUND|LATEST_VERSION_NOT_FOUND|NO_PUBLISHED_VERSIONS|HTTP_ERROR_404/.test(code)) {
    return 'No version for this computer was found there. Try it again another day.';
  }
  if (code === 'ERR_CHECKSUM_MISMATCH')
    return 'What was downloaded is damaged and was thrown away. Check for updates again, then download it once more.';
  const reason = message.split('\n')[0]!.slice(0, 200);
  return `The newer version could not be had (${reason}). Try it again later; the log says more.`;
}
