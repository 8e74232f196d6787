import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

const WEB = resolve(import.meta.dirname, '../../out/main/web.js');
const PLANS = resolve(import.meta.dirname, '../fixtures/plans');

/** A running Colligo with a page in it, over folders of its own. */
export interface App {
  readonly page: Page;
  /** The person's home: what the chooser shows first. */
  readonly home: string;
  /** Where a project made by `newProject` lies. */
  readonly project: string;
  /** Plans to import. */
  readonly plans: string;
  /** Stops the program, as Ctrl+C does, or as a crash does. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Starts it again over the same folders, at the address it had, and shows the page. */
  readonly restart: () => Promise<void>;
  /** Starts a second program of the same person; gives its address. It stops with the first. */
  readonly again: () => Promise<string>;
  /** Makes a project by way of the page. */
  readonly newProject: (title?: string) => Promise<void>;
  /** Imports the fixture plans by way of the page. */
  readonly importPlans: () => Promise<void>;
  /** Adds codes from an indented list by way of the empty codebook. */
  readonly addCodes: (lines: string) => Promise<void>;
}

interface Running {
  readonly process: ChildProcess;
  readonly address: string;
}

function start(home: string, folder: string): Promise<Running> {
  const child = spawn(process.execPath, [WEB, '--no-open'], {
    cwd: folder,
    env: { ...process.env, HOME: home, COLLIGO_HOME: join(home, '.colligo') },
  });
  return new Promise((done, fail) => {
    let said = '';
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const address = /http:\S+/.exec(said)?.[0];
      if (address !== undefined) done({ process: child, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(`Colligo did not start: ${said}`)));
  });
}

async function stopped({ process: child }: Running, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await gone;
}

/** What the page must never say: errors of any kind, but for a socket that a test has cut itself. */
function listen(page: Page, said: string[]): void {
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!/ERR_CONNECTION_REFUSED|WebSocket connection/.test(message.text())) said.push(message.text());
  });
}

/** The fixture `app`: starts the real program with its own folders, and fails on anything the page complains about. */
export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    if (!existsSync(WEB)) throw new Error('Build first: npm run build.');
    const home = mkdtempSync(join(tmpdir(), 'colligo-e2e-'));
    const project = join(home, 'Projects');
    mkdirSync(project);
    const said: string[] = [];
    listen(page, said);
    let running = await start(home, PLANS);
    const others: Running[] = [];
    await show(page, running.address);
    const app: App = {
      page,
      home,
      project,
      plans: PLANS,
      stop: (signal = 'SIGTERM') => stopped(running, signal),
      restart: async () => {
        await stopped(running, 'SIGTERM');
        running = await start(home, PLANS);
        await page.goto('about:blank');
        await show(page, running.address);
      },
      again: async () => {
        const other = await start(home, PLANS);
        others.push(other);
        return other.address;
      },
      newProject: (title = 'Two towns') => newProject(page, title),
      importPlans: () => importPlans(page),
      addCodes: (lines) => addCodes(page, lines),
    };
    await use(app);
    for (const each of [running, ...others]) await stopped(each, 'SIGTERM');
    rmSync(home, { recursive: true, force: true });
    expect(said, 'the page complained').toEqual([]);
  },
});

/** Shows the program, until something of it is drawn: the page first asks for what this person has kept. */
async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('#root > *').first().waitFor();
}

async function newProject(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByLabel('Name of the project').fill(title);
  const coder = page.getByLabel('Your name');
  if (await coder.isVisible()) await coder.fill('Ada Kern');
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('row', { name: 'Projects' }).dblclick();
  await page.getByRole('row', { name: 'Projects' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

async function importPlans(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'plans' }).click();
  await page.getByRole('row', { name: /manifest\.json/ }).click();
  await page.getByRole('button', { name: 'Import 1 item' }).click();
  await page.getByRole('button', { name: 'Open the first' }).waitFor();
}

async function addCodes(page: Page, lines: string): Promise<void> {
  await page.getByLabel('One code a line').fill(lines);
  await page.getByRole('button', { name: /^Add \d+ code/ }).click();
  await page.getByRole('treegrid', { name: 'Codes' }).waitFor();
}

export { expect };
