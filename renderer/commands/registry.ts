// Renderer: what commands do. Each part of the window says it for the commands of its scope while it is there; menus, keys and
// buttons run them by their names.

import { commandName, specOf, type CommandId, type CommandIn, type Scope } from './table.js';

export interface Handler {
  /**
   * Answers false when there was nothing to do, so that a key may mean something else; a promise resolves when what was asked for has
   * been answered, and never rejects.
   */
  readonly run: () => unknown;
  /** Whether it makes sense now; absent: always. */
  readonly can?: () => boolean;
  /** What it is called in menus of the window where its own name does not say what it is about. */
  readonly name?: () => string | null;
  /** Whether it holds, of a command that has a mark in menus. */
  readonly checked?: () => boolean;
}

/** What all commands of a scope do. */
export type Handlers<S extends Scope> = { readonly [K in CommandIn<S>]: Handler | (() => unknown) };

const handlerOf = (one: Handler | (() => unknown)): Handler =>
  typeof one === 'function' ? { run: one } : one;

export class Commands {
  private readonly scopes = new Map<Scope, Readonly<Record<string, Handler | (() => unknown)>>>();

  private readonly listeners = new Set<(id: CommandId) => void>();

  private readonly watchers = new Set<() => void>();

  /** From now on the commands of a scope do this; returns the end of it. */
  register<S extends Scope>(scope: S, handlers: Handlers<S>): () => void {
    this.scopes.set(scope, handlers);
    this.changed();
    return () => {
      if (this.scopes.get(scope) !== handlers) return;
      this.scopes.delete(scope);
      this.changed();
    };
  }

  /** Tells whenever a part of the window says anew what commands do, or what can be done; returns the end of it. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /** Something has changed that decides what can be done or holds, and that nobody else would hear of. */
  changed(): void {
    for (const watcher of this.watchers) watcher();
  }

  /** Tells of every command that has been run; returns the end of it. */
  subscribe(listener: (id: CommandId) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Whether a command makes sense now. */
  can(id: CommandId): boolean {
    const handler = this.find(id);
    return handler !== null && (handler.can?.() ?? true);
  }

  /** Whether a command that has a mark in menus holds now. */
  checked(id: CommandId): boolean {
    return this.find(id)?.checked?.() ?? false;
  }

  /** What a command is called in menus of the window. */
  nameOf(id: CommandId): string {
    return this.find(id)?.name?.() ?? commandName(id);
  }

  /** Runs a command; false when it makes no sense now, or had nothing to do. */
  run(id: CommandId): boolean {
    return this.start(id) !== false;
  }

  /** Runs a command; resolves when it has been answered, or at once when there is nothing to wait for. */
  async finish(id: CommandId): Promise<void> {
    await this.start(id);
  }

  private start(id: CommandId): unknown {
    const handler = this.find(id);
    if (handler === null || !(handler.can?.() ?? true)) return false;
    const answer = handler.run();
    if (answer !== false) for (const listener of this.listeners) listener(id);
    return answer;
  }

  private find(id: CommandId): Handler | null {
    const handlers = this.scopes.get(specOf(id).scope);
    return handlers && id in handlers ? handlerOf(handlers[id]!) : null;
  }
}
