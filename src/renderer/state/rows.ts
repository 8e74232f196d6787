import * as z from 'zod';
import { create } from 'zustand';
import { keep, recall } from './storage.ts';

/** How much room a row of a tree, list or menu takes. */
export const SPACINGS = ['comfortable', 'compact', 'dense'] as const;
export type Spacing = (typeof SPACINGS)[number];

const SHAPE = z.enum(SPACINGS);

/** What `--row` of styles/tokens.css says, px: lists that draw only what is in sight have to know it beforehand. */
const HEIGHT: Readonly<Record<Spacing, number>> = { comfortable: 36, compact: 28, dense: 24 };

/** How close the rows stand for this user, in every project. */
export const useSpacing = create<{ readonly spacing: Spacing }>(() => ({ spacing: 'compact' }));

/** Puts the spacing on the document, for the tokens, now and after every change. */
export function applySpacing(): void {
  const paint = (spacing: Spacing) => {
    document.documentElement.dataset['density'] = spacing;
  };
  paint(useSpacing.getState().spacing);
  useSpacing.subscribe(({ spacing }) => {
    paint(spacing);
    keep(null, 'rows', spacing);
  });
}

/** Takes up how close the rows stood last; to be called once the program's screen has been read. */
export function recallSpacing(): void {
  const spacing = recall(null, 'rows', SHAPE);
  if (spacing !== undefined) useSpacing.setState({ spacing });
}

/** The height of a row in lists that draw only what is in sight, px. */
export const useRowHeight = (): number => HEIGHT[useSpacing(({ spacing }) => spacing)];
