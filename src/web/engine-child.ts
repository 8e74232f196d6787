import { type ChildProcess, fork } from 'node:child_process';
import { WebSocket } from 'ws';
import type { FromChild, ToChild } from '../engine/process/channels.ts';
import { type EngineEvents, type StartChild, Supervisor } from '../engine/process/supervisor.ts';
import { ENGINE_LOST } from './socket.ts';

/** The engine in a process forked from this one; the messages of the pages' sockets pass through here as they are. */
export class EngineChild extends Supervisor<WebSocket> {
  /**
   * Starts the process.
   * @param entry the built `engine-child.js`
   * @param home the user's data folder
   * @param events what to do when it stops
   */
  constructor(entry: string, home: string, events: EngineEvents) {
    super(forkChild(entry), { home, program: 'the browser workbench', chooser: true }, events);
  }
}

function forkChild(entry: string): StartChild<WebSocket> {
  return ({ onSpawn, onMessage, onExit }) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const pages = new Pages(child);
    child.on('message', (message: FromChild) => {
      if (message.kind === 'frame') pages.hear(message.channel, message.data);
      else onMessage(message);
    });
    child.once('spawn', onSpawn);
    const end = () => {
      pages.end();
      onExit();
    };
    child.once('exit', end);
    child.on('error', () => {
      // What could not be sent is said by the exit; what could not be started has none.
      if (child.pid === undefined) end();
    });
    return {
      send: (message, socket) => {
        if (message.kind !== 'page') tell(child, message);
        else if (socket) pages.add(socket);
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}

/** The sockets that speak to one engine, each by a number of its own. */
class Pages {
  readonly #child: ChildProcess;
  readonly #sockets = new Map<number, WebSocket>();
  #count = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
  }

  add(socket: WebSocket): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    const channel = ++this.#count;
    this.#sockets.set(channel, socket);
    tell(this.#child, { kind: 'page', channel });
    socket.on('message', (data, isBinary) => {
      // Only with another `binaryType` could it come as something else than a Buffer.
      if (Buffer.isBuffer(data))
        tell(this.#child, { kind: 'frame', channel, data: isBinary ? data : data.toString() });
    });
    socket.once('close', () => {
      this.#sockets.delete(channel);
      tell(this.#child, { kind: 'gone', channel });
    });
  }

  hear(channel: number, data: string | Uint8Array): void {
    const socket = this.#sockets.get(channel);
    if (socket?.readyState === WebSocket.OPEN) socket.send(data);
  }

  /** The pages come back by themselves, to the next engine. */
  end(): void {
    for (const socket of this.#sockets.values()) socket.close(ENGINE_LOST, 'The engine has stopped.');
  }
}

function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message);
}
