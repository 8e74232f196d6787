import { create } from 'zustand';

/** A question with one confirming answer. */
export interface Question {
  readonly title: string;
  readonly body: string;
  /** What the confirming button says: a verb. */
  readonly confirm: string;
  readonly danger?: boolean;
}

interface Asking {
  readonly question: Question | null;
  readonly answer: (yes: boolean) => void;
}

/** The question that is open, for `Asker`, which draws it. */
export const useQuestion = create<Asking>(() => ({ question: null, answer: () => undefined }));

/**
 * Asks for a confirmation, from a command or a component.
 * @returns whether the person confirmed
 */
export function ask(question: Question): Promise<boolean> {
  useQuestion.getState().answer(false);
  return new Promise((resolve) => {
    useQuestion.setState({
      question,
      answer: (yes) => {
        useQuestion.setState({ question: null, answer: () => undefined });
        resolve(yes);
      },
    });
  });
}
