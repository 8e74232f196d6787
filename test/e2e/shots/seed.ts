import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../../src/contract/index.ts';

type Client = ContractRouterClient<Contract>;

const ROOT = join(import.meta.dirname, '../../..');
const REAL = join(ROOT, '../shared/plans');

/** The real plans where they lie beside the checkout, else our small ones. */
export const PLANS = existsSync(join(REAL, 'manifest.json')) ? REAL : join(ROOT, 'test/fixtures/plans');

/** The same plans as they were published, where they lie there. */
export const PUBLISHED = join(REAL, 'pdf');

/** What is coded by the first person and by the second: words, the unit about them, and the code. */
const JUDGED: readonly (readonly (readonly [string, 'match' | 'sentence' | 'paragraph', string])[])[] = [
  [
    ['compute', 'sentence', 'Compute'],
    ['data centres', 'match', 'Compute'],
    ['semiconductor', 'sentence', 'Compute'],
    ['data', 'match', 'Data sharing'],
    ['research', 'sentence', 'AI research'],
    ['skills', 'sentence', 'Upskilling'],
    ['workers', 'sentence', 'Worker rights'],
    ['standards', 'sentence', 'Technical standards'],
    ['energy', 'sentence', 'Energy supply'],
    ['hall', 'sentence', 'Compute'],
    ['water', 'sentence', 'Environmental footprint'],
  ],
  [
    ['infrastructure', 'sentence', 'Compute'],
    ['international', 'sentence', 'Multilateral governance'],
    ['open-source', 'sentence', 'Open source'],
    ['security', 'match', 'Cyber security and incidents'],
    ['grid', 'paragraph', 'Energy supply'],
    ['school', 'sentence', 'Schools and teaching'],
  ],
];

/** Runs the program over a project as one person of this machine, and speaks to its engine. */
async function as(home: string, project: string, work: (client: Client) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'out/main/web.js'), project, '--no-open'], {
    env: { ...process.env, HOME: home, COLLIGO_HOME: join(home, '.colligo') },
  });
  try {
    const address = await new Promise<URL>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        const said = /http:\S+/.exec(text.toString())?.[0];
        if (said !== undefined) resolve(new URL(said));
      });
      child.once('exit', () => reject(new Error('the program did not start')));
    });
    const socket = new WebSocket(`ws://${address.host}/rpc`, { headers: { origin: address.origin } });
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => socket.send(JSON.stringify({ token: address.hash.slice('#t='.length) })));
      socket.once('message', () => resolve());
    });
    // The package's socket does all that the link asks of a browser's.
    await work(
      createORPCClient<Client>(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    );
    socket.close();
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

/** Codes all documents as one of the two people. */
async function judge(client: Client, person: number): Promise<void> {
  const codes = new Map((await client.codes.list()).map(({ name, id }) => [name, id]));
  for (const { id: document } of await client.documents.list())
    for (const [match, unit, name] of JUDGED[person] ?? []) {
      const code = codes.get(name);
      if (code === undefined) throw new Error(`there is no code ${name}`);
      await client.codings.applyMatches({ document, code, match, unit });
    }
}

/** What only one person does: attributes, reviews, weights, comments, and memos on most things there are. */
async function annotate(client: Client): Promise<void> {
  const documents = await client.documents.list();
  const codes = (await client.codes.list()).filter(({ codable }) => codable);
  const plans = new Map<string, { kind?: string; date?: string }>(
    JSON.parse(readFileSync(join(PLANS, 'manifest.json'), 'utf8')).plans.map((plan: { id: string }) => [
      plan.id,
      plan,
    ]),
  );
  const words = await client.attributes.create({
    name: 'Pages in print',
    appliesTo: 'document',
    kind: 'number',
  });
  for (const [index, { id, key, words: count }] of documents.entries()) {
    if (plans.has(key ?? ''))
      await client.attributes.set({
        attribute: words.attributeId,
        owner: { document: id },
        value: Math.ceil(count / 400),
      });
    const judged = codes.slice(0, [codes.length, 9, 4, 2][index] ?? 0).map((code) => code.id);
    if (judged.length > 0) await client.reviews.set({ document: id, codes: judged });
  }
  const [first] = documents;
  const [code, other] = ['Compute', 'Access to compute'].map((name) =>
    codes.find((each) => each.name === name),
  );
  if (first === undefined || code === undefined || other === undefined)
    throw new Error('nothing to annotate');
  const me = (await client.coders.me())?.id;
  const { rows } = await client.passages.list({ document: first.id });
  for (const [index, row] of rows.slice(0, 40).entries()) {
    if (index % 4 === 1)
      await client.passages.comment({ passage: row.id, comment: 'A duty, or only a wish?' });
    const coding = row.codings.find(({ coderId }) => coderId === me);
    if (coding && index % 5 === 2) await client.codings.weigh({ coding: coding.id, weight: 40 + index });
  }
  const crowded = rows[3] ?? rows[0];
  if (crowded)
    await client.codings.apply({
      document: first.id,
      start: crowded.start,
      end: crowded.end,
      // One of nearly every theme, so that the colours differ.
      codes: codes.filter((_, index) => index % 9 === 0).map(({ id }) => id),
    });
  const [passage] = rows;
  if (passage === undefined) return;
  await client.memos.write({
    target: { kind: 'project' },
    title: 'What we compare',
    body: `Which plans **bind** somebody, and which only *encourage*?\n\n- Who pays for [${code.name}](colligo:code/${code.id})?\n- Who is answerable, and to whom?\n\n> A plan is a promise with an author.`,
  });
  await client.memos.write({
    target: { kind: 'code', id: code.id },
    title: `Border with ${other.name}`,
    body: `Capacity that is bought belongs here, even where it is bought for [${other.name}](colligo:code/${other.id}).`,
  });
  await client.memos.write({
    target: { kind: 'document', id: first.id },
    title: 'First reading',
    body: 'Three pillars, each ending in *recommended actions*; hardly any dates.',
  });
  await client.memos.write({
    target: { kind: 'passage', id: passage.id },
    title: '',
    body: 'The same words come back in the last section. Compare the two before deciding.',
  });
  await client.memos.write({
    target: { kind: 'cell', code: code.id, document: first.id },
    title: 'In one sentence',
    body: 'Permits first, chips second; nothing on access for public research.',
  });
}

/** Has a closed project, in which the plans and their codes are, coded by two people. */
export async function seed(home: string, project: string): Promise<void> {
  await as(join(home, 'second'), project, async (client) => {
    await client.coders.introduce({ name: 'Ben Mora' });
    await judge(client, 1);
  });
  await as(home, project, async (client) => {
    await judge(client, 0);
    await annotate(client);
  });
}
