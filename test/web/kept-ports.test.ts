import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepPort, keptPorts } from '../../src/web/kept-ports.ts';
import { running, scratch } from './running.ts';

/** A port that somebody else has. */
async function taken(): Promise<number> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  return (other.address() as AddressInfo).port;
}

test('ports are kept in the order in which they were had, each once, and no more than a few', () => {
  const home = join(scratch(), 'not made yet');
  expect(keptPorts(home)).toEqual([]);
  for (const port of [50_001, 50_002, 50_001, 50_003, 50_004, 50_005]) keepPort(home, port);
  expect(keptPorts(home)).toEqual([50_001, 50_002, 50_003, 50_004]);
});

test('what cannot be read is as good as none, and where nothing can be kept nothing is', () => {
  const home = scratch();
  for (const damaged of ['{', '"80"', '[0]', '[70000]', '[1.5]']) {
    writeFileSync(join(home, 'browser-ports.json'), damaged);
    expect(keptPorts(home)).toEqual([]);
  }
  const file = join(home, 'a file');
  writeFileSync(file, '');
  keepPort(file, 50_001);
  expect(keptPorts(file)).toEqual([]);
});

test('the first port that is free is taken', async () => {
  const occupied = await taken();
  const first = await running();
  const { port } = first.shell;
  await first.shell.close();
  expect((await running({ ports: [occupied, port, 0] })).shell.port).toBe(port);
  expect([occupied, port]).not.toContain((await running({ ports: [occupied, port, 0] })).shell.port);
  await expect(running({ ports: [occupied] })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
