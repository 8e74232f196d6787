import { create } from 'zustand';

/** Routine news for the status line: one sentence, gone after a while. */
export interface News {
  readonly text: string;
}

const SHOWN_MS = 8_000;

/** The newest news, or null once it has been shown long enough. */
export const useNews = create<{ news: News | null }>(() => ({ news: null }));

/** Says something in the status line. Nothing that needs an answer, and nothing that must not be missed. */
export function tell(news: News): void {
  useNews.setState({ news });
  setTimeout(() => {
    if (useNews.getState().news === news) useNews.setState({ news: null });
  }, SHOWN_MS);
}
