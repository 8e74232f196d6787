import type { MessagePortMain } from 'electron';
import { type EngineEvents, type StartChild, Supervisor } from '../engine/process/supervisor.ts';
import type { ElectronApi } from './electron-api.ts';

/** The engine in Electron's utility process; pages have ports to it that go past this process. */
export class EngineProcess extends Supervisor<MessagePortMain> {
  /**
   * Starts the process.
   * @param electron to fork with
   * @param entry the built `engine-utility.js`
   * @param home the user's data folder
   * @param events what to do when it stops
   */
  constructor(
    electron: Pick<ElectronApi, 'utilityProcess'>,
    entry: string,
    home: string,
    events: EngineEvents,
  ) {
    super(forkUtility(electron, entry), { home, program: 'the desktop workbench', chooser: false }, events);
  }
}

function forkUtility(
  { utilityProcess }: Pick<ElectronApi, 'utilityProcess'>,
  entry: string,
): StartChild<MessagePortMain> {
  return ({ onSpawn, onMessage, onExit }) => {
    const process = utilityProcess.fork(entry, [], { serviceName: 'Colligo engine' });
    process.on('message', onMessage);
    process.once('spawn', onSpawn);
    process.once('exit', onExit);
    return {
      send: (message, port) => process.postMessage(message, port ? [port] : []),
      kill: () => process.kill(),
    };
  };
}
