import { type ClientContext, type ClientLink, mapEventIterator, ORPCError } from '@orpc/client';
import { connectionLost, type ShellError, type Status } from './connect-shell.ts';

/** A link that outlives its connections: calls go over the present one, and fail at once where there is none. */
export class Line implements ClientLink<ClientContext> {
  readonly #listeners = new Set<(status: Status, why?: ShellError) => void>();
  #link: ClientLink<ClientContext> | null = null;
  #wasUp = false;

  /**
   * Takes a new connection into use.
   * @param isNewEngine whether it leads to another engine than the last
   */
  up(link: ClientLink<ClientContext>, isNewEngine = false): void {
    this.#link = link;
    this.#tell(!this.#wasUp ? 'connected' : isNewEngine ? 'resumed' : 'restored');
    this.#wasUp = true;
  }

  /** The connection is gone. To be called before oRPC hears of it, so that calls breaking off find the line down. */
  down(): void {
    if (!this.#link) return;
    this.#link = null;
    this.#tell('lost');
  }

  /** The connection is gone for good. */
  over(why: ShellError): void {
    this.#tell('over', why);
  }

  readonly onStatus = (listener: (status: Status, why?: ShellError) => void): (() => void) => {
    this.#listeners.add(listener);
    listener(this.#link ? 'connected' : 'lost');
    return () => this.#listeners.delete(listener);
  };

  readonly call: ClientLink<ClientContext>['call'] = async (path, input, options) => {
    const link = this.#link;
    if (!link) throw connectionLost();
    // What the engine answered stays as it is; what breaks off says so in oRPC's inner words, which nobody can act on.
    const explain = (error: unknown) => {
      if (error instanceof ORPCError) return error;
      if (options.signal?.aborted) return options.signal.reason;
      return this.#link === link ? error : connectionLost();
    };
    try {
      const output = await link.call(path, input, options);
      if (!isStream(output)) return output;
      return mapEventIterator(output, {
        value: async (value) => value,
        error: async (error) => explain(error),
      });
    } catch (error) {
      throw explain(error);
    }
  };

  #tell(status: Status, why?: ShellError): void {
    for (const listener of this.#listeners) listener(status, why);
  }
}

function isStream(value: unknown): value is AsyncIterator<unknown, unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
