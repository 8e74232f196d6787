import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createCode, updateCode } from '../../../../src/engine/codebook/write.ts';
import { writeCodebook } from '../../../../src/engine/exchange/codebook/write.ts';
import { applyCodes } from '../../../../src/engine/passages/apply.ts';
import { addText } from '../../kit/documents.ts';
import { newProject, tempFolder } from '../../kit/project.ts';

/** @returns what a person reads in a printed codebook, without the marks of its form */
function read(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.md'))
    return bytes
      .toString()
      .replace(/\\(?=[<>*_])/g, '')
      .replace(/\s+/g, ' ');
  const marked = path.endsWith('.docx')
    ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    : bytes.toString();
  return marked
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

test.each(['html', 'docx', 'md'])(
  'a codebook printed as %s tells what codes mean and how often they were found',
  async (form) => {
    const project = await newProject();
    const make = (name: string, parentId: string | null = null) =>
      createCode(project, { name, parentId }).result;
    const energy = make('Energy & <power>');
    const wind = make('Wind', energy);
    const unused = make('Unused');
    updateCode(project, energy, { codable: false, definition: 'Where power comes from.' });
    updateCode(project, wind, {
      definition: 'Moving air.',
      useWhen: 'Turbines are named.',
      useNotWhen: 'The weather is meant.',
      example: '“A turbine for each hill.”',
    });
    updateCode(project, unused, { definition: 'Never seen.' });
    for (const [title, starts] of [
      ['One', [0, 6]],
      ['Two', [6]],
    ] as const) {
      const document = addText(project, title, 'Alpha beta gamma delta.');
      for (const start of starts)
        applyCodes(project, { document, start, end: start + 4, codes: [wind], weight: null });
    }

    const path = join(tempFolder(), `book.${form}`);
    // Markdown is read again, the others are for people alone.
    const losses = form === 'md' ? [{ field: 'id' }, { field: 'colour' }] : [{ field: 'all' }];
    expect(await writeCodebook(project.db, path, {})).toMatchObject({ codes: 3, losses });
    const text = read(path);
    // Markdown says so first, since that is how it is read again.
    const grouping = ['Where power comes from.', 'Groups other codes'];
    if (form === 'md') grouping.reverse();
    const told = [
      ...['Energy & <power>', ...grouping],
      ...[
        'Wind',
        'Moving air.',
        'Turbines are named.',
        'The weather is meant.',
        '“A turbine for each hill.”',
      ],
      ...['3 passages in 2 documents', 'Unused', 'Never seen.', '0 passages in 0 documents'],
    ];
    // Each stands behind the one before it, past the title and a list of contents.
    let at = text.lastIndexOf('Energy & <power>');
    for (const each of told) {
      const next = text.indexOf(each, at);
      expect(next, each).toBeGreaterThanOrEqual(at);
      at = next;
    }
  },
);
