import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  screen,
  shell,
  utilityProcess,
} from 'electron';
import { defaultHome } from '../engine/profile.ts';
import { prepare, startShell } from './shell.ts';

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  screen,
  shell,
  utilityProcess,
};
const home = defaultHome();

prepare(electron, home);
startShell(electron, {
  folder: import.meta.dirname,
  home,
  argv: process.argv,
  cwd: process.cwd(),
  devUrl: process.env['ELECTRON_RENDERER_URL'],
}).catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
