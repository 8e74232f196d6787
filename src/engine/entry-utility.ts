import type { ParentPort } from './process/protocol.ts';
import { serveEngine } from './process/serve.ts';

export { serveEngine };

// The engine as Electron's utility process. Only such a process has a parent port; tests load this without one.
const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
if (parentPort) serveEngine(parentPort);
