import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { ColligoError } from '../../../../src/engine/errors.ts';
import { Lock } from '../../../../src/engine/store/lock.ts';

// contender <project> <diary> <turns> <go>: when the file <go> appears, takes and releases the lock that many times, and
// writes into the diary when it enters and when it leaves. An append of one line is atomic.

const [path = '', diary = '', turns = '0', go = ''] = process.argv.slice(2);
const book = openSync(diary, 'a');
const note = (what: string) => writeSync(book, `${what} ${process.pid}\n`);
const rest = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

writeSync(1, 'ready\n');
while (!existsSync(go)) rest(1);
for (let taken = 0; taken < Number(turns); ) {
  const lock = attempt();
  if (!lock) continue;
  note('enter');
  if (taken % 3 === 0) rest(1);
  note('leave');
  lock.release();
  taken++;
}
closeSync(book);

function attempt(): Lock | null {
  try {
    return Lock.take(path, 'a contender');
  } catch (error) {
    if (error instanceof ColligoError && error.code === 'LOCKED') return null;
    throw error;
  }
}
