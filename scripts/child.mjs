// Starting another program and standing in for it: its exit code is ours, and what is meant for us reaches it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { Explained } from './node.mjs';

/**
 * The environment for a program run by a given Node: that Node comes first on the PATH, for what it starts in turn.
 *
 * @param {string} node path of the executable
 * @param {NodeJS.ProcessEnv} [more] variables to add
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(node, more = {}) {
  const path = [dirname(node), process.env['PATH']].filter(Boolean).join(delimiter);
  return { ...process.env, PATH: path, ...more };
}

/**
 * Runs a program to its end, forwarding the signals that end us.
 *
 * Ctrl-C in a terminal reaches the whole process group, so it is passed on only where no terminal did it already:
 * a program that gets it twice may take the second as "at once, without saving".
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + n after signal n
 * @throws when the program cannot be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const done = () => {
      for (const signal of signals) process.off(signal, forward);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code, signal) => {
      done();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Runs a launcher and exits with its code; a problem that a sentence explains is printed as that sentence.
 *
 * @param {() => Promise<number>} main returns the exit code
 * @returns {Promise<void>}
 */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Explained)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
