import { writeDataset } from '../../../src/engine/dataset/write-dataset.ts';
import { connect } from '../../../src/engine/store/connect.ts';

/** Exports in a process of its own: the project's path and the targets are its arguments. */
const [path = '', ...targets] = process.argv.slice(2);
const db = connect(path, 'read');
try {
  for (const target of targets) await writeDataset(db, target, { texts: true });
} catch (error) {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  process.stderr.write(`${code}: ${message}\n`);
  process.exitCode = 3;
} finally {
  db.close();
}
