import { REPORT_SECTIONS } from '../../../src/contract/report.ts';
import type { ReportRequest } from '../../../src/engine/report/asked.ts';

/** A green square of one pixel, and a picture that tries to do what no picture in a report may. */
export const PICTURE = {
  title: 'Words & “plans” <b>',
  sentence: 'The first plan "has" <most> words.',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(2)</script><rect width="40" height="20"/></svg>',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  width: 40,
  height: 20,
  table: {
    columns: [
      { title: 'Plan', isNumber: false },
      { title: 'Words', isNumber: true },
    ],
    rows: [['America', '12']],
  },
};

/** Everything that a report can hold. */
export const WHOLE: ReportRequest = {
  sections: REPORT_SECTIONS,
  tables: [{ by: 'document' }],
  measure: 'spans',
  rollUp: false,
  quotes: null,
  pseudonyms: false,
  pictures: [PICTURE],
};
