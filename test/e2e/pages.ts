import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { buildPdf, type Line, type Pdf, type Page as PdfPage, rectOver } from '../fixtures/pdf/build.ts';
import { type App, expect } from './app.ts';
import type { Box } from './words.ts';

const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');
const CODES = resolve(import.meta.dirname, '../fixtures/codes.json');

/** Lines of a column that begin at the same place, 16 points apart. */
const column = (x: number, top: number, texts: readonly string[]): Line[] =>
  texts.map((text, index) => ({ text, x, y: top - index * 16, size: 11 }));

const FIRST = column(60, 740, [
  'Northland builds a hall of machines beside the old mill, and asks',
  'who may read what they write. The ministry pays for the hall; the',
  'town pays for the water. Teachers learn to ask machines questions.',
]);
const SECOND = column(60, 660, [
  'Water is scarce in summer. Every hall counts what it uses and says',
  'so in spring. A hall that uses too much rests for a week.',
]);
const LEFT = column(50, 760, [
  'In the first column the plan speaks of',
  'schools. A school may borrow a machine',
  'for a term, and gives it back with notes',
  'about what went well and what did not,',
  'so that the next school begins with more',
  'than the one before it had to begin with.',
]);
const RIGHT = column(320, 760, [
  'In the second column it speaks of trust.',
  'Trust grows where people see how things',
  'are decided, and who may change them.',
  'A council of forty hears complaints and',
  'answers every one of them in writing,',
  'within a month of the day that it came.',
]);

/** What the tests read: pages of differing kinds, with words whose places are known. */
export const PLAN = {
  title: 'A printed plan',
  language: 'en',
  labels: [
    { from: 0, style: 'r' as const },
    { from: 2, style: 'D' as const },
  ],
  pages: [
    {
      lines: [
        { text: 'Machines that read', x: 60, y: 780, size: 24, font: 'Helvetica-Bold' as const },
        ...FIRST,
        ...SECOND,
      ],
    },
    { lines: [...LEFT, ...RIGHT] },
    {
      width: 842,
      height: 595,
      lines: column(80, 480, [
        'A wide page lies across the others, and has two lines of words that',
        'nobody has to turn their head for.',
      ]),
    },
    {
      rotate: 90,
      // Drawn up the page, so that it reads from left to right once the page is turned.
      lines: [
        {
          text: 'A page that is turned when it is shown keeps its words upright.',
          x: 100,
          y: 60,
          size: 11,
          angle: 90,
        },
        { text: 'Its second line is near the first.', x: 116, y: 60, size: 11, angle: 90 },
      ],
    },
    { fills: [{ x: 150, y: 400, width: 300, height: 200, grey: 0.4 }] },
    { lines: column(60, 740, ['The last page ends the plan with few words and a hall.']) },
  ],
} satisfies Pdf;

/** The lines of the plan by what they are. */
export const LINES = { first: FIRST, second: SECOND, left: LEFT, right: RIGHT };

/** Where words of a line of the plan are printed. */
export interface Printed {
  /** The page from 1. */
  readonly number: number;
  readonly line: Line;
  readonly words: string;
}

/** The line of a page of the plan that holds these words. @throws Error where none does */
export function printed(number: number, words: string): Printed {
  const page: PdfPage | undefined = PLAN.pages[number - 1];
  const line = page?.lines?.find(({ text }) => text.includes(words));
  if (line === undefined) throw new Error(`“${words}” is not on page ${number}`);
  return { number, line, words };
}

/** Makes a project with one PDF by the command line, and opens it in the page. */
export async function openPdf(
  app: App,
  pdf: Buffer = buildPdf(PLAN),
  ...commands: readonly (readonly string[])[]
): Promise<Page> {
  const { page, home } = app;
  await page.goto('about:blank');
  await app.stop();
  writeFileSync(join(home, 'plan.pdf'), pdf);
  const colligo = (...args: readonly string[]) =>
    execFileSync(process.execPath, [CLI, ...args], {
      cwd: home,
      env: { ...process.env, COLLIGO_HOME: join(home, '.colligo') },
    });
  colligo('new', 'plan.colligo', '--coder', 'Ada Kern');
  colligo('codebook', 'import', 'plan.colligo', CODES);
  colligo('import', 'plan.colligo', 'plan.pdf', '--title', 'A printed plan');
  for (const words of commands) colligo(...words);
  await app.restart();
  await page.getByRole('button', { name: /^Open/ }).first().click();
  await page.getByRole('row', { name: /plan\.colligo/ }).dblclick();
  await openDocument(page);
  return page;
}

/** Opens the document from the library, and waits for the picture of a page. */
export async function openDocument(page: Page): Promise<void> {
  await page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row', { name: /A printed plan/ })
    .click();
  await expect(page.locator('.pg-picture[data-drawn]').first()).toBeVisible();
}

/** A page of the document, by its number from 1. */
export const sheet = (page: Page, number: number): Locator => page.locator(`[data-page="${number}"]`);

/** The page with its words in it: pages far out of sight are not there. */
export async function ready(page: Page, number: number): Promise<void> {
  await expect(sheet(page, number).locator('.pg-line').first()).toBeAttached();
}

/** Goes to a page by the field in the bar. */
export async function goTo(page: Page, label: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Page/ });
  await field.fill(label);
  await field.press('Enter');
}

/** A rectangle of the media box as it stands on the page that is shown: points from its top left corner, y downwards. */
function shown(
  { width = 595, height = 842, rotate = 0 }: PdfPage,
  box: { x: number; y: number; width: number; height: number },
) {
  const [right, top] = [box.x + box.width, box.y + box.height];
  if (rotate === 90) return { left: box.y, top: box.x, right: top, bottom: right, across: height };
  if (rotate === 180)
    return { left: width - right, top: box.y, right: width - box.x, bottom: top, across: width };
  if (rotate === 270)
    return {
      left: height - top,
      top: width - right,
      right: height - box.y,
      bottom: width - box.x,
      across: height,
    };
  return { left: box.x, top: height - top, right, bottom: height - box.y, across: width };
}

/** Where words of a line are printed, in the space of the media box. */
function printedRect(line: Line, words: string) {
  if (line.angle !== 90) return rectOver(line, words);
  const level = rectOver({ ...line, x: 0, y: 0 }, words);
  return {
    x: line.x - level.y - level.height,
    y: line.y + level.x,
    width: level.height,
    height: level.width,
  };
}

/** Where printed words stand in the window, by the fonts' own metrics and the place they were printed at; px. */
export async function boxOf(page: Page, { number, line, words }: Printed): Promise<Box> {
  const on = await sheet(page, number).boundingBox();
  const source = PLAN.pages[number - 1];
  if (on === null || source === undefined) throw new Error(`page ${number} is not there`);
  const { left, top, right, bottom, across } = shown(source, printedRect(line, words));
  const scale = on.width / across;
  return {
    left: on.x + left * scale,
    top: on.y + top * scale,
    right: on.x + right * scale,
    bottom: on.y + bottom * scale,
  };
}

/** Drags the mouse from the first letter of printed words to the last letter of others. */
export async function dragOver(page: Page, first: Printed, last: Printed = first): Promise<void> {
  const from = await boxOf(page, first);
  const to = await boxOf(page, last);
  await page.mouse.move(from.left + 1, (from.top + from.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move((from.left + to.right) / 2, (from.top + to.bottom) / 2, { steps: 4 });
  await page.mouse.move(to.right - 1, (to.top + to.bottom) / 2, { steps: 4 });
  await page.mouse.up();
}

/** The middle of printed words in the window. */
export async function middleOf(page: Page, words: Printed): Promise<[x: number, y: number]> {
  const { left, top, right, bottom } = await boxOf(page, words);
  return [(left + right) / 2, (top + bottom) / 2];
}

/** Rectangles of a kind on a page, in the order of its lines. */
export async function rectsOn(page: Page, number: number, selector = '.hl-tint, .hl-many'): Promise<Box[]> {
  const rects = await sheet(page, number)
    .locator(selector)
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    );
  return rects.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Expects rectangles of a kind to cover printed words: to the pixel along the line, and their letters in height. */
export async function expectOver(page: Page, words: readonly Printed[], selector?: string): Promise<void> {
  const number = words[0]?.number ?? 0;
  await expect(async () => {
    const rects = await rectsOn(page, number, selector);
    const wanted = await Promise.all(words.map((each) => boxOf(page, each)));
    expect(rects).toHaveLength(wanted.length);
    for (const [index, box] of wanted.entries()) {
      const rect = rects[index];
      expect(Math.abs((rect?.left ?? 0) - box.left)).toBeLessThan(1);
      expect(Math.abs((rect?.right ?? 0) - box.right)).toBeLessThan(1);
      const high = box.bottom - box.top;
      expect(Math.abs((rect?.top ?? 0) - box.top)).toBeLessThan(high * 0.3);
      expect(Math.abs((rect?.bottom ?? 0) - box.bottom)).toBeLessThan(high * 0.3);
    }
  }).toPass({ timeout: 15_000 });
}

/** The quote that the inspector shows of what is selected. */
export const quote = (page: Page): Locator => page.locator('.in-sec blockquote');

/**
 * Drags the mouse over what is shown of a page or a picture.
 * @param width of it in its own units: points of a page, pixels of a picture
 * @param from a place in these units, from its top left corner
 */
export async function dragWithin(
  page: Page,
  shown: Locator,
  width: number,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const on = await shown.boundingBox();
  const scale = (on?.width ?? 0) / width;
  const at = ([x, y]: readonly [number, number]) =>
    [(on?.x ?? 0) + x * scale, (on?.y ?? 0) + y * scale] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]), { steps: 4 });
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}
