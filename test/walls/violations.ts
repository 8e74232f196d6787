/** What keeps a wall up: the compiler (a project may reach only what it references), or the linter. */
export type Keeper = 'types' | 'lint';

/** One forbidden thing, to be written into a file of a realm and to be refused there. */
export interface Violation {
  readonly name: string;
  readonly realm: string;
  readonly keeper: Keeper;
  readonly code: string;
}

/** A realm's file that reaches into another realm. The imported file is made by the test, one for each violation. */
const reaching = (from: string, to: string): Violation => ({
  name: `${from} → ${to}`,
  realm: from,
  keeper: 'types',
  code: `import { target } from '${'../'.repeat(from.split('/').length)}${to}/TARGET.ts';\nexport const reached = target;\n`,
});

/** A realm's file that uses a name which only a page, or only Node, has. */
const global = (realm: string, name: string): Violation => ({
  name: `${realm} → global ${name}`,
  realm,
  keeper: 'types',
  code: `export const reached = ${name};\n`,
});

/** A realm's file that imports a package or a built-in module that is not for it. */
const importing = (realm: string, module: string): Violation => ({
  name: `${realm} → ${module}`,
  realm,
  keeper: 'lint',
  code: `import * as module from '${module}';\n\nexport const reached = module;\n`,
});

export const violations: readonly Violation[] = [
  reaching('contract', 'engine'),
  reaching('contract', 'renderer'),
  reaching('text', 'contract'),
  reaching('text', 'engine'),
  reaching('engine', 'renderer'),
  reaching('engine', 'web'),
  reaching('engine/store', 'cli'),
  reaching('web', 'renderer'),
  reaching('web', 'main'),
  reaching('cli', 'renderer'),
  reaching('main', 'renderer'),
  reaching('preload', 'engine'),
  reaching('renderer', 'engine'),
  reaching('renderer', 'main'),
  reaching('renderer', 'web'),
  reaching('renderer', 'preload'),

  global('contract', 'document'),
  global('contract', 'process'),
  global('text', 'document'),
  global('text', 'process'),
  global('engine', 'document'),
  global('cli', 'document'),

  importing('contract', 'node:fs'),
  importing('contract', 'react'),
  importing('text', 'fs'),
  importing('text', 'electron'),
  importing('engine', 'electron'),
  importing('engine', 'react'),
  importing('engine', 'react-dom/client'),
  importing('engine', 'better-sqlite3'),
  importing('engine/store', 'electron'),
  importing('web', 'better-sqlite3'),
  importing('web', 'electron'),
  importing('cli', 'better-sqlite3'),
  importing('main', 'better-sqlite3'),
  importing('renderer', 'node:fs'),
  importing('renderer', 'fs'),
  importing('renderer', 'better-sqlite3'),
  importing('renderer', 'electron'),
  importing('renderer', 'ws'),
  {
    name: 'renderer → better-sqlite3, by a dynamic import',
    realm: 'renderer',
    keeper: 'lint',
    code: "export const reached = import('better-sqlite3');\n",
  },
  {
    name: 'engine → any',
    realm: 'engine',
    keeper: 'lint',
    code: 'export const reached: any = 1;\n',
  },
  {
    name: 'engine → a promise that nobody awaits',
    realm: 'engine',
    keeper: 'lint',
    code: 'async function later(): Promise<void> {}\n\nexport function reached(): void {\n  later();\n}\n',
  },
];
