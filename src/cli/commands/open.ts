import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { onProject } from '../options.ts';

/** `colligo open` */
export function addOpen(program: Command): void {
  onProject(program.command('open'))
    .description('open the project in the workbench')
    .action(async (path: string) => {
      // From a checkout the launcher decides between the desktop and the browser; elsewhere the browser shell lies beside.
      const launcher = join(import.meta.dirname, '../../scripts/start.mjs');
      const program = existsSync(launcher) ? launcher : join(import.meta.dirname, 'web.js');
      const child = spawn(process.execPath, [program, resolve(path)], { stdio: 'inherit' });
      const forward = (signal: NodeJS.Signals) => child.kill(signal);
      process.on('SIGINT', forward).on('SIGTERM', forward);
      process.exitCode = await new Promise<number>((done, fail) => {
        child.once('error', fail).once('exit', (code) => done(code ?? 1));
      });
    });
}
