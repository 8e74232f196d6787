import type { PresentDocument } from '../model.ts';
import type { SaidSource } from './incoming.ts';

/** Finds the documents of the project that a file means: by identity, else by title or the name of their file, exactly. */
export class DocumentFinder {
  readonly #byId = new Map<string, PresentDocument>();
  readonly #byName = new Map<string, Set<PresentDocument>>();

  constructor(documents: readonly PresentDocument[]) {
    for (const document of documents) {
      this.#byId.set(document.id, document);
      for (const name of [document.title, document.fileName, stem(document.fileName)])
        this.#put(name, document);
    }
  }

  #put(name: string, document: PresentDocument): void {
    const key = folded(name);
    if (key === '') return;
    this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(document));
  }

  /** @returns the document, or why there is none: no such one, or several that are called so */
  find({ ids, names }: SaidSource): PresentDocument | 'none' | 'several' {
    for (const id of ids) {
      const found = this.#byId.get(id);
      if (found) return found;
    }
    let areSeveral = false;
    for (const name of names.flatMap(namesOf)) {
      const [only, ...others] = this.#byName.get(folded(name)) ?? [];
      if (only && others.length === 0) return only;
      areSeveral ||= only !== undefined;
    }
    return areSeveral ? 'several' : 'none';
  }
}

const folded = (name: string) => name.normalize('NFC').trim();

const stem = (name: string) => name.replace(/\.[^./\\]{1,8}$/, '');

/** @returns a name, and, of an address or a path, its last part with and without its ending */
function namesOf(name: string): string[] {
  const last =
    name
      .replace(/[?#].*$/s, '')
      .replace(/\/+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const plain = decoded(last);
  return [...new Set([name, plain, stem(plain)])];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
