import { tell } from '../state/news.ts';
import { announce } from '../ui/announce.ts';

/** Says one sentence about what was done: in the status line for the eye, through the announcer for the ear. */
export function say(sentence: string): void {
  announce(sentence);
  tell({ text: sentence });
}
