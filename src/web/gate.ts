import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Decides who may speak to the engine. A web page anywhere can send requests to 127.0.0.1, and any name can be made to
 * resolve to it; so the address must be ours to the letter, and whoever asks for data must know the token.
 */
export class Gate {
  /** 192 random bits that live as long as this process. */
  readonly token = randomBytes(24).toString('base64url');
  readonly host: string;
  readonly origin: string;
  readonly #codes = new Set<string>();

  /** @param port where the server listens */
  constructor(port: number) {
    this.host = `127.0.0.1:${port}`;
    this.origin = `http://${this.host}`;
  }

  /** @returns whether the request names this server by the one address it has; a rebound name does not */
  knowsHost(request: IncomingMessage): boolean {
    return request.headers.host === this.host;
  }

  /** @returns whether the request comes from our own page; a browser sends an Origin with every socket and POST */
  isFromOwnPage(request: IncomingMessage): boolean {
    return request.headers.origin === this.origin;
  }

  /** @returns whether the request says that it comes from somebody else's page */
  isFromOtherPage(request: IncomingMessage): boolean {
    return request.headers.origin !== undefined && !this.isFromOwnPage(request);
  }

  /**
   * Makes a code that opens the gate once. It goes where others might read it later: into the arguments of a browser
   * that is started, and so into the process list and the browser's history. Then it is worth nothing any more.
   */
  handover(): string {
    const code = randomBytes(24).toString('base64url');
    this.#codes.add(code);
    return code;
  }

  /**
   * Checks a token or an unused code; the code is used up by it.
   * @param offered by whoever wants to come in
   * @returns whether they may
   */
  admits(offered: string): boolean {
    return this.isToken(offered) || this.#codes.delete(offered);
  }

  /** @returns whether this is the token itself, as uploads carry it */
  isToken(offered: string): boolean {
    return same(offered, this.token);
  }
}

/** Compares without saying by its duration how much of it was right. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
