import type { ReportPicture } from '../../../contract/report.ts';
import type { Source } from '../asked.ts';
import type { Block, Section } from '../model.ts';

/** @returns the pictures that came along, each with its sentence and the numbers behind it */
export const picturesSection = ({ asked }: Source): Section => ({
  id: 'pictures',
  title: 'Pictures',
  entries: [],
  blocks: asked.pictures.flatMap(blocksOf),
});

function blocksOf({ title, sentence, svg, png, width, height, table }: ReportPicture): Block[] {
  return [
    { kind: 'picture', title, sentence, svg, png: Buffer.from(png, 'base64'), width, height },
    ...(table
      ? [
          {
            kind: 'table',
            caption: `The numbers behind “${title}”`,
            columns: table.columns,
            rows: table.rows.map((row) => row.map((text) => ({ text }))),
          } satisfies Block,
        ]
      : []),
  ];
}
