import { isLiteral, type Literal, type Statement } from './names.ts';

/** Statements, looked up by what they are about. */
export class Facts {
  readonly #bySubject = new Map<string, Map<string, Statement['object'][]>>();

  constructor(statements: readonly Statement[]) {
    for (const { subject, predicate, object } of statements) {
      const facts = this.#bySubject.get(subject) ?? new Map<string, Statement['object'][]>();
      this.#bySubject.set(subject, facts);
      const list = facts.get(predicate);
      if (list) list.push(object);
      else facts.set(predicate, [object]);
    }
  }

  /** @returns what anything is said of, in the order of the file */
  subjects(): string[] {
    return [...this.#bySubject.keys()];
  }

  /** @returns the IRIs and blank nodes that a subject leads to */
  iris(subject: string, ...predicates: readonly string[]): string[] {
    return this.#objects(subject, predicates).flatMap((object) => (isLiteral(object) ? [] : [object.iri]));
  }

  /** @returns the texts that are said of a subject */
  literals(subject: string, ...predicates: readonly string[]): Literal[] {
    return this.#objects(subject, predicates).filter(isLiteral);
  }

  /** @returns the first text that is said of a subject */
  text(subject: string, ...predicates: readonly string[]): string | undefined {
    return this.literals(subject, ...predicates)[0]?.text;
  }

  has(subject: string, predicate: string): boolean {
    return this.#bySubject.get(subject)?.has(predicate) ?? false;
  }

  #objects(subject: string, predicates: readonly string[]): Statement['object'][] {
    const facts = this.#bySubject.get(subject);
    return predicates.flatMap((predicate) => facts?.get(predicate) ?? []);
  }
}
