import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAnnotated } from '../../src/engine/annotated/write.ts';
import { createCode } from '../../src/engine/codebook/write.ts';
import { readSource } from '../../src/engine/import/read-source.ts';
import { applyCodes } from '../../src/engine/passages/apply.ts';
import { addPdf } from './kit/pdf.ts';
import { newProject, tempFolder } from './kit/project.ts';

const PLANS = join(import.meta.dirname, '../../../shared/plans/pdf');

test('passages of published plans are found again in the PDF that was written', {
  timeout: 300_000,
}, async (context) => {
  if (!existsSync(PLANS)) context.skip('the plans are not here');
  const names = readdirSync(PLANS).filter((name) => name.endsWith('.pdf'));
  const project = await newProject();
  const { result: code } = createCode(project, { name: 'Said', parentId: null });
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(join(PLANS, name)));
    const { document, text, sentences } = await addPdf(project, bytes, name);
    const before = (await readSource({ bytes, format: 'pdf', language: 'en' })).highlights.length;
    // A sentence in every hundred: some go over two columns, some over two pages.
    const chosen: string[] = [];
    for (let at = 0; at < sentences.length; at += 200) {
      const [start = 0, end = 0] = [sentences[at], sentences[at + 1]];
      if (end - start < 20) continue;
      applyCodes(project, { document, start, end, codes: [code] });
      chosen.push(squeezed(text.slice(start, end)));
    }
    const target = join(tempFolder(), 'out.pdf');
    const made = await writeAnnotated(project.db, target, { document });
    expect([name, made.passages, made.left]).toEqual([name, chosen.length, 0]);
    const read = await readSource({
      bytes: new Uint8Array(readFileSync(target)),
      format: 'pdf',
      language: 'en',
    });
    expect(read.reading.text).toBe(text);
    const found = read.highlights.slice(before).map(({ start, end }) => squeezed(text.slice(start, end)));
    expect(chosen.filter((words) => !found.some((each) => words.includes(each)))).toEqual([]);
  }
});

/** Words without what stands between them: where a passage goes overleaf, each page's part is an annotation of its own. */
const squeezed = (words: string): string => words.replace(/\s+/g, '');
