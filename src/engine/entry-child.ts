import { parentOver } from './process/channels.ts';
import { serveEngine } from './process/serve.ts';

// The engine as a process of its own, forked by the browser shell.

// A terminal sends these to everything that was started in it; the shell closes the engine in its own time.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const close = serveEngine(parentOver(process));
// The shell has died: everything is closed as if it had asked for that.
process.once('disconnect', close);
