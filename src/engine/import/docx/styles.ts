import { elementsAt, firstChild, settingOf, switchOf, type XmlElement } from './xml.ts';

/** What a paragraph's style says about its block. */
export interface ParagraphStyle {
  /** 1 to 6, or null for no heading. */
  readonly heading: number | null;
  readonly kind: 'paragraph' | 'quote' | 'code';
  readonly numbering: { readonly id: string; readonly level: number | null } | null;
  readonly breaksPage: boolean;
}

/** What a run's style says about its text; undefined where it says nothing. */
interface RunStyle {
  readonly strong: boolean | undefined;
  readonly emphasis: boolean | undefined;
  readonly strike: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly code: boolean;
}

const QUOTE = /^(?:intense )?quote$|^block (?:text|quote|quotation)$|^quotations$/i;
const CODE_PARAGRAPH = /^(?:html preformatted|source code|code|preformatted text|macro text)$/i;
const CODE_RUN = /^(?:html (?:code|keyboard|sample|typewriter)|verbatim char|source text|code)$/i;

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
}

const level = (value: string | undefined): number | null => {
  const number = Number.parseInt(value ?? '', 10);
  // Level 9 is body text (ECMA-376 part 1, 17.3.1.20).
  return number >= 0 && number <= 8 ? Math.min(number + 1, 6) : null;
};

function headingOfName(name: string): number | null {
  if (/^title$/i.test(name)) return 1;
  const [, digit] = /^heading ([1-9])$/i.exec(name) ?? [];
  return digit === undefined ? null : Math.min(Number(digit), 6);
}

/** A document's styles, each with what it is based on. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #standard: string | null = null;
  #language: string | null = null;

  /** Takes the XML of the part `styles`. */
  constructor(xml: string) {
    for (const element of elementsAt(xml, 1)) {
      if (element.name === 'w:docDefaults') {
        const run = firstChild(firstChild(element, 'w:rPrDefault'), 'w:rPr');
        this.#language = settingOf(run, 'w:lang') ?? null;
      }
      if (element.name !== 'w:style') continue;
      const id = element.attributes.get('w:styleId') ?? '';
      const isDefault = ['1', 'true', 'on'].includes(element.attributes.get('w:default') ?? '');
      if (isDefault && element.attributes.get('w:type') === 'paragraph') this.#standard = id;
      this.#styles.set(id, {
        name: settingOf(element, 'w:name') ?? '',
        basedOn: settingOf(element, 'w:basedOn') ?? null,
        paragraph: firstChild(element, 'w:pPr'),
        run: firstChild(element, 'w:rPr'),
      });
    }
  }

  /** The language that the document is in unless something in it says otherwise (ECMA-376 part 1, 17.3.2.20); null if not said. */
  get language(): string | null {
    return this.#language;
  }

  /** A style and those it is based on, nearest first. A circle ends where it closes. */
  #chain(id: string | undefined): [id: string, style: Style][] {
    const chain = new Map<string, Style>();
    for (let next = id ?? null; next !== null && !chain.has(next); ) {
      const style = this.#styles.get(next);
      if (!style) break;
      chain.set(next, style);
      next = style.basedOn;
    }
    return [...chain];
  }

  /** What holds for a paragraph with these properties (`w:pPr`), its own before its style's. */
  paragraph(properties: XmlElement | undefined): ParagraphStyle {
    const id = settingOf(properties, 'w:pStyle') ?? this.#standard ?? undefined;
    const chain = this.#chain(id);
    const sources = [
      { own: '', at: properties },
      ...chain.map(([own, style]) => ({ own, at: style.paragraph })),
    ];
    const outline = sources
      .map(({ at }) => settingOf(at, 'w:outlineLvl'))
      .find((value) => value !== undefined);
    const names = chain.map(([, style]) => style.name);
    const named = names.map(headingOfName).find((value) => value !== null) ?? null;
    const numbered = sources.find(({ at }) => settingOf(firstChild(at, 'w:numPr'), 'w:numId') !== undefined);
    const numPr = firstChild(numbered?.at, 'w:numPr');
    const numId = settingOf(numPr, 'w:numId') ?? '0';
    const ownLevel = settingOf(firstChild(properties, 'w:numPr'), 'w:ilvl') ?? settingOf(numPr, 'w:ilvl');
    return {
      heading: outline === undefined ? named : level(outline),
      kind: names.some((name) => QUOTE.test(name))
        ? 'quote'
        : names.some((name) => CODE_PARAGRAPH.test(name))
          ? 'code'
          : 'paragraph',
      // The number 0 takes the style's numbering away (17.9.18).
      numbering:
        numId === '0' ? null : { id: numId, level: ownLevel === undefined ? null : Number(ownLevel) },
      breaksPage:
        sources.map(({ at }) => switchOf(at, 'w:pageBreakBefore')).find((value) => value !== undefined) ===
        true,
    };
  }

  /** The identifiers of a paragraph's style and of those it is based on, nearest first: numbering levels refer to them. */
  idsOf(properties: XmlElement | undefined): string[] {
    return this.#chain(settingOf(properties, 'w:pStyle')).map(([id]) => id);
  }

  /** What holds for a run with these properties (`w:rPr`). The paragraph's own look, such as a heading's bold, is not counted. */
  run(properties: XmlElement | undefined): RunStyle {
    const id = settingOf(properties, 'w:rStyle');
    if (id === undefined && (properties?.children.length ?? 0) === 0) return PLAIN;
    const chain = this.#chain(id);
    const sources = [properties, ...chain.map(([, style]) => style.run)];
    const find = (...names: string[]) =>
      sources.flatMap((at) => names.map((name) => switchOf(at, name))).find((value) => value !== undefined);
    return {
      strong: find('w:b'),
      emphasis: find('w:i'),
      strike: find('w:strike', 'w:dstrike'),
      hidden: find('w:vanish'),
      code: chain.some(([, style]) => CODE_RUN.test(style.name)),
    };
  }
}

const PLAIN: RunStyle = {
  strong: undefined,
  emphasis: undefined,
  strike: undefined,
  hidden: undefined,
  code: false,
};
