import { createHash } from 'node:crypto';
import { gathered } from './gather.ts';
import { STYLE } from './html-style.ts';
import type { Block, Cell, Picture, Quote, Report, Section, Table, Written } from './model.ts';
import { escaped, languageTag } from './words.ts';

/** Nothing is fetched and nothing runs: only this style and pictures within the file are let through. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:`;

/** The deepest indent that the style knows. */
const DEEPEST = 4;

/**
 * @param written is counted up, for the captions, too
 * @returns the report as one HTML file in pieces, which holds all that it needs and runs nothing
 */
export const htmlOf = (report: Report, written: Written): AsyncGenerator<string, void> =>
  gathered(pieces(report, written));

async function* pieces(report: Report, written: Written): AsyncGenerator<string, void> {
  const { title, lines, front, sections } = report;
  yield `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Colligo">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="page">
<header>
<h1 dir="auto">${escaped(title)}</h1>
<div class="lines">
${lines.map((line) => `<p dir="auto">${escaped(line)}</p>\n`).join('')}</div>
</header>
<main>
`;
  for (const block of front) yield* blockOf(block, written);
  yield contents(sections);
  for (const section of sections) {
    yield `<section aria-labelledby="${section.id}">\n<h2 id="${section.id}">${escaped(section.title)}</h2>\n`;
    for await (const block of section.blocks) yield* blockOf(block, written);
    yield '</section>\n';
  }
  yield '</main>\n</div>\n</body>\n</html>\n';
}

function contents(sections: readonly Section[]): string {
  if (sections.length === 0) return '';
  const link = ({ id, text }: { id: string; text: string }) =>
    `<a href="#${id}"><bdi>${escaped(text)}</bdi></a>`;
  const rows = sections.map(({ id, title, entries }) => {
    const inner = entries.map((entry) => `<li>${link(entry)}</li>\n`).join('');
    return `<li>${link({ id, text: title })}${inner && `\n<ol>\n${inner}</ol>\n`}</li>\n`;
  });
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n${rows.join('')}</ol>\n</nav>\n`;
}

function* blockOf(block: Block, written: Written): Generator<string, void> {
  switch (block.kind) {
    case 'heading': {
      const id = block.id === undefined ? '' : ` id="${block.id}"`;
      yield `<h${block.level}${id} dir="auto">${escaped(block.text)}</h${block.level}>\n`;
      return;
    }
    case 'paragraph':
      yield `<p${block.look === 'note' ? ' class="note"' : ''} dir="auto">${escaped(block.text)}</p>\n`;
      return;
    case 'list':
      yield `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>\n`).join('')}</ul>\n`;
      return;
    case 'terms':
      yield `<dl>\n${block.entries.map(({ term, text }) => `<dt>${escaped(term)}</dt><dd dir="auto">${escaped(text)}</dd>\n`).join('')}</dl>\n`;
      return;
    case 'table':
      yield* tableOf(block, ++written.tables);
      return;
    case 'quote':
      written.quotes++;
      yield quoteOf(block);
      return;
    case 'picture':
      yield pictureOf(block, ++written.pictures);
  }
}

function* tableOf({ caption, columns, rows }: Table, number: number): Generator<string, void> {
  const numberClass = (index: number) => (columns[index]?.isNumber ? ' class="n"' : '');
  const heads = columns.map(
    ({ title }, index) => `<th scope="col"${numberClass(index)} dir="auto">${escaped(title)}</th>`,
  );
  // What scrolls must be reachable by the keyboard.
  yield `<div class="scroll" tabindex="0" role="region" aria-labelledby="table-${number}">\n<table>\n<caption id="table-${number}">Table ${number}. <bdi>${escaped(caption)}</bdi></caption>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n`;
  for (const [name, ...cells] of rows) {
    if (name === undefined) continue;
    const depth = Math.min(name.depth ?? 0, DEEPEST);
    const inner = cells.map((cell, index) => `<td${numberClass(index + 1)} dir="auto">${cellOf(cell)}</td>`);
    yield `<tr><th scope="row"${depth > 0 ? ` class="d${depth}"` : ''} dir="auto">${cellOf(name)}</th>${inner.join('')}</tr>\n`;
  }
  yield '</tbody>\n</table>\n</div>\n';
}

const cellOf = ({ text, spoken }: Cell): string =>
  spoken === undefined
    ? escaped(text)
    : `<span aria-hidden="true">${escaped(text)}</span><span class="spoken">${escaped(spoken)}</span>`;

function quoteOf({ text, picture, language, source, comment }: Quote): string {
  const tag = languageTag(language);
  const quoted =
    text === null ? '' : `<blockquote${tag ? ` lang="${tag}"` : ''} dir="auto">${escaped(text)}</blockquote>`;
  // What is to be seen there is said below.
  const shown =
    picture === null
      ? ''
      : `<img src="data:image/png;base64,${Buffer.from(picture.png).toString('base64')}" width="${Math.round(picture.width)}" height="${Math.round(picture.height)}" alt="">`;
  const note = comment === '' ? '' : `<p class="note" dir="auto">Comment: ${escaped(comment)}</p>\n`;
  return `<figure class="quote">\n${quoted}${shown}\n<figcaption dir="auto">${escaped(source)}\n${note}</figcaption>\n</figure>\n`;
}

/** As a picture within the page an SVG runs no script and fetches nothing (SVG 2, 2.2.6, secure static mode). */
function pictureOf({ title, sentence, svg, width, height }: Picture, number: number): string {
  const data = Buffer.from(svg, 'utf8').toString('base64');
  return `<figure class="picture">\n<img src="data:image/svg+xml;base64,${data}" width="${Math.round(width)}" height="${Math.round(height)}" alt="${escaped(sentence)}">\n<figcaption dir="auto">Figure ${number}. <strong>${escaped(title)}</strong> ${escaped(sentence)}</figcaption>\n</figure>\n`;
}
