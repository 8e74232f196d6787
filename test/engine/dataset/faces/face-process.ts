import { Format } from '../../../../src/contract/exports.ts';
import { writeDataset } from '../../../../src/engine/dataset/write-dataset.ts';
import { connect } from '../../../../src/engine/store/connect.ts';

/** Exports in a process of its own: the project's path, then pairs of a format and a target, are its arguments. */
const [path = '', ...pairs] = process.argv.slice(2);
const db = connect(path, 'read');
try {
  for (let index = 0; index < pairs.length; index += 2) {
    const [format, target = ''] = pairs.slice(index, index + 2);
    await writeDataset(db, target, { texts: false, format: Format.parse(format) });
  }
} finally {
  db.close();
}
