import cliProgress from 'cli-progress';

/**
 * @param format as cli-progress reads it
 * @returns a bar on the terminal, which goes when it is stopped; null where nobody looks
 */
export function terminalBar(format: string): cliProgress.SingleBar | null {
  if (!process.stderr.isTTY) return null;
  return new cliProgress.SingleBar({ format, stream: process.stderr, clearOnComplete: true });
}
