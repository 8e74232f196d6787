import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../src/main/electron-api.ts';
import { loadPage, scratch, startDesktop } from './desktop.ts';

const grants = (count: number) => Array.from({ length: count }, () => ({ grant: expect.any(String) }));

describe('a wish of the page', () => {
  test.each([
    [
      { verb: 'pickOpen', purpose: 'project' },
      { filters: [{ extensions: ['colligo'] }], properties: ['openFile'] },
    ],
    [
      { verb: 'pickOpen', purpose: 'plans', multiple: true },
      {
        filters: [
          {
            extensions: [
              ...['md', 'markdown', 'txt', 'text', 'pdf', 'docx', 'html', 'htm'],
              ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'json'],
            ],
          },
        ],
        properties: ['openFile', 'multiSelections'],
      },
    ],
    [
      { verb: 'pickOpen', purpose: 'codebook' },
      {
        filters: [
          {
            extensions: expect.arrayContaining(['json', 'txt', 'qdc', 'ttl', 'jsonld', 'csv', 'xlsx', 'md']),
          },
        ],
      },
    ],
    [
      { verb: 'pickOpen', purpose: 'exchange' },
      {
        filters: [{ extensions: expect.arrayContaining(['qdpx', 'qda', 'sqlite3', 'rqda']) }],
        properties: ['openFile'],
      },
    ],
    [{ verb: 'pickOpen', purpose: 'folder' }, { properties: ['openDirectory', 'createDirectory'] }],
    [{ verb: 'pickFolder', purpose: 'plans' }, { properties: ['openDirectory', 'createDirectory'] }],
  ])('%j shows the system’s dialog and answers with grants, never with paths', async (wish, options) => {
    const fake = await startDesktop();
    const { ask } = await loadPage(fake);
    fake.picks = [join('/plans', 'a'), join('/plans', 'b')];
    const answer = await ask({ id: 7, ...wish });
    expect(fake.calls.find(([name]) => name === 'openDialog')?.[1]).toMatchObject(options);
    expect(answer).toMatchObject({ id: 7, picked: grants(2) });
    expect(JSON.stringify(answer)).not.toMatch(/plans[/\\]/);
  });

  test('answers with nothing when the person changes their mind', async () => {
    const { ask } = await loadPage(await startDesktop());
    expect(await ask({ id: 1, verb: 'pickOpen', purpose: 'project' })).toEqual({ id: 1, picked: [] });
    expect(await ask({ id: 2, verb: 'pickSave', name: 'a.zip' })).toEqual({ id: 2, picked: [] });
  });

  test('is a grant for what was asked and for nothing else', async () => {
    const fake = await startDesktop();
    const { ask, client } = await loadPage(fake);
    fake.picks = [join(scratch(), 'a.colligo')];
    const { picked } = await ask({ id: 1, verb: 'pickOpen', purpose: 'plans' });
    const [{ grant }] = picked as [{ grant: string }];
    await expect(client.project.open({ from: { grant } })).rejects.toMatchObject({ code: 'NO_GRANT' });
  });

  test('that is none is not listened to', async () => {
    const fake = await startDesktop();
    const { verbs, ask } = await loadPage(fake);
    for (const wish of [
      null,
      'pickOpen',
      {},
      { id: 1, verb: 'pickOpen', purpose: 'anything' },
      { id: 1, verb: 'readFile', path: '/etc/passwd' },
      { id: 1, verb: 'pickOpen', purpose: 'plans', path: '/etc/passwd' },
      { id: '1', verb: 'pickFolder', purpose: 'plans' },
    ]) {
      verbs.postMessage(wish);
    }
    expect(await ask({ id: 2, verb: 'pickFolder', purpose: 'folder' })).toEqual({ id: 2, picked: [] });
    expect(fake.calls.filter(([name]) => name === 'openDialog')).toHaveLength(1);
  });

  test('says in a sentence why a name cannot be saved to', async () => {
    const fake = await startDesktop();
    const { ask } = await loadPage(fake);
    fake.picks = [join(scratch(), 'a\nb.colligo')];
    expect(await ask({ id: 1, verb: 'pickSave', name: 'a.colligo' })).toEqual({
      id: 1,
      error: expect.stringMatching(/name.+\.$/),
    });
  });
});

describe('a dropped file', () => {
  test('is permitted by the path that the preload tells, which the page does not learn', async () => {
    const fake = await startDesktop();
    const { verbs, client } = await loadPage(fake);
    const drop = (message: unknown, senderFrame: unknown = fake.window().webContents.mainFrame) => {
      const answer = new Promise<{ picked: { grant: string }[] }>((resolve) =>
        verbs.once('message', resolve),
      );
      fake.ipc.emit(CHANNELS.drop, { senderFrame }, message);
      return answer;
    };
    const path = join(scratch(), 'gone.colligo');
    const answer = await drop({ id: 3, path });
    expect(answer).toEqual({ id: 3, picked: [{ grant: expect.any(String), name: 'gone.colligo' }] });
    const grant = answer.picked[0]?.grant ?? '';
    const opening = client.project.open({ from: { grant } });
    await expect(opening).rejects.not.toMatchObject({ code: 'NO_GRANT' });
    expect(await drop({ id: 4, path: '' })).toEqual({ id: 4, picked: [] });
    void drop({ id: 5, path }, {});
    void drop({ id: 6 });
    expect(await drop({ id: 7, path: '' })).toEqual({ id: 7, picked: [] });
  });
});
