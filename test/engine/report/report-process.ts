import { writeReport } from '../../../src/engine/report/write-report.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { WHOLE } from './wish.ts';

/** Writes reports in a process of its own: the project's path and the targets are its arguments. */
const [path = '', ...targets] = process.argv.slice(2);
const db = connect(path, 'read');
try {
  for (const target of targets) await writeReport(db, target, WHOLE);
} finally {
  db.close();
}
