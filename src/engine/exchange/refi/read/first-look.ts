import type { Lookup } from '../../lookup.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml/elements.ts';
import { type Facts, readFacts } from './facts.ts';
import { identified } from './identities.ts';
import { type Counting, countedText, usualCounting } from './offsets.ts';
import type { Package } from './package.ts';
import { spanOf } from './passages.ts';
import { codeRefs } from './selections.ts';
import { type Outcome, Survey } from './survey.ts';
import { type LoadedText, loadText, textPlaceOf } from './texts.ts';
import { isTimed, readValues } from './values.ts';
import { Work } from './work.ts';

/** How much of a text may lie outside of a selection that is still all of it. */
const SLACK = 0.01;

/** A selection may leave out so many characters at either end, whatever the length of the text. */
const FEW = 2;

/** Selections that are never all of a text: parts of pages and pictures, and of the texts of pictures and recordings. */
const partsOf = (source: XmlElement): XmlElement[] => [
  ...childrenOf(source, 'PDFSelection'),
  ...childrenOf(source, 'PictureSelection'),
  ...childrenOf(childOf(source, 'TextDescription'), 'PlainTextSelection'),
  ...childrenOf(source, 'Transcript').flatMap((transcript) => childrenOf(transcript, 'TranscriptSelection')),
];

/** How texts are read, and where they are looked for. */
export interface LookOptions {
  /** BCP 47 tag of texts that do not say. */
  readonly language: string;
  readonly elsewhere: boolean;
  readonly lookup: Lookup;
}

/** Looks once through all sources for what has to be known before the first of them is read. */
class FirstLook {
  readonly #pack: Package;
  readonly #options: LookOptions;
  readonly #onVariables = new Set<string>();
  /** Those of them whose values have a time of day. */
  readonly #timed = new Set<string>();
  #survey: Survey | undefined;

  constructor(pack: Package, options: LookOptions) {
    this.#pack = pack;
    this.#options = options;
  }

  async see(source: XmlElement, facts: Facts): Promise<void> {
    for (const { variable, value } of readValues(source)) {
      this.#onVariables.add(variable);
      if (isTimed(value)) this.#timed.add(variable);
    }
    const id = identified(source.attributes.get('guid'));
    const path = source.attributes.get('plainTextPath');
    if (source.name === 'TextSource' && path && id !== null) facts.sourceByPath.set(path.toLowerCase(), id);
    const text = source.name === 'PDFSource' ? childOf(source, 'Representation') : source;
    const selections = childrenOf(text, 'PlainTextSelection');
    for (const part of partsOf(source)) this.#seeCases(part, facts, null);
    if (!text || selections.length === 0) return;
    this.#survey ??= new Survey(usualCounting(facts.program));
    const isOfCase = selections.map((each) => this.#casesOf(each, facts).length > 0);
    if (this.#survey.isDone && !isOfCase.includes(true)) return;
    const usual = usualCounting(facts.program);
    const outcome = { counting: usual, isExpected: true, namesQuote: false };
    const { language, elsewhere, lookup } = this.#options;
    const work = new Work(this.#pack, facts, language, outcome, null, elsewhere, lookup);
    const loaded = await loadText(work, textPlaceOf(text), '');
    if (!loaded) return;
    this.#survey.add(loaded.raw, loaded.hasMark, selections.map(spanOf));
    selections.forEach((each, at) => {
      if (isOfCase[at]) this.#seeCases(each, facts, { loaded, usual });
    });
  }

  #casesOf(selection: XmlElement, facts: Facts): string[] {
    const id = identified(selection.attributes.get('guid')) ?? '';
    const coded = codeRefs(selection).map(({ code }) => code ?? '');
    return [...(facts.casesBySelection.get(id) ?? []), ...coded.filter((code) => facts.cases.has(code))];
  }

  /** Notes whether a selection of cases is all of its text or a part, for which the cases need a code. */
  #seeCases(selection: XmlElement, facts: Facts, text: { loaded: LoadedText; usual: Counting } | null): void {
    const cases = this.#casesOf(selection, facts);
    if (cases.length === 0) return;
    const id = identified(selection.attributes.get('guid'));
    if (text && id !== null) {
      const { length } = countedText(text.loaded.raw, text.usual, text.loaded.hasMark);
      const { start, end } = spanOf(selection);
      const slack = Math.max(FEW, length * SLACK);
      if (start <= slack && end >= length - slack) {
        facts.wholes.add(id);
        return;
      }
    }
    for (const each of cases) {
      const found = facts.cases.get(each);
      if (found) found.isPartial = true;
    }
  }

  /** @returns how places are counted, and says of each variable what it is used on */
  finish(facts: Facts): Outcome {
    for (const variable of facts.variables.values()) {
      const valuesOn = (isOfDocument: boolean) =>
        [...facts.cases.values()].flatMap(({ isAttributes, values }) =>
          isAttributes === isOfDocument ? values.filter((value) => value.variable === variable.id) : [],
        );
      const [onDocuments, onCases] = [valuesOn(true), valuesOn(false)];
      variable.onDocuments = this.#onVariables.has(variable.id) || onDocuments.length > 0;
      variable.onCases = onCases.length > 0;
      if (this.#timed.has(variable.id) || onDocuments.some(({ value }) => isTimed(value)))
        variable.timed.add('document');
      if (onCases.some(({ value }) => isTimed(value))) variable.timed.add('case');
    }
    const survey = this.#survey ?? new Survey(usualCounting(facts.program));
    const outcome = survey.outcome();
    const isKnown = facts.program === 'atlas' || facts.program === 'qualcoder';
    return { ...outcome, namesQuote: outcome.namesQuote || isKnown };
  }
}

/**
 * Reads a project once for all that stands outside of its sources, and for how its selections are counted.
 * @throws ExchangeError for what is no REFI-QDA project, with one sentence
 */
export async function firstLook(
  pack: Package,
  options: LookOptions,
): Promise<{ readonly facts: Facts; readonly outcome: Outcome }> {
  const look = new FirstLook(pack, options);
  const facts = await readFacts(pack.xml(), (source, so) => look.see(source, so));
  return { facts, outcome: look.finish(facts) };
}
