import { CommanderError } from 'commander';

/**
 * A command that was not understood, though each option by itself is right.
 * @param message what to give instead
 * @returns an error that ends the program with exit code 2; the message is on stderr already
 */
export function usage(message: string): CommanderError {
  console.error(`error: ${message}`);
  return new CommanderError(2, 'colligo.usage', message);
}
