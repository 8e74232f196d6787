import { NOTHING_CHANGED, written } from '../answers.ts';
import { applyCodes, applyToPassages, applyToRegion } from '../passages/apply.ts';
import { passageHistory } from '../passages/history.ts';
import { applyToMatches } from '../passages/matches.ts';
import { listPassages, passagesInDocument } from '../passages/read.ts';
import { replaceCode } from '../passages/replace.ts';
import { reshapePassage, resizePassage } from '../passages/resize.ts';
import { commentPassage, removeCodings, weighCoding } from '../passages/write.ts';
import { askForPicture } from '../pictures/ask.ts';
import { judgementsIn } from '../reviews/judge.ts';
import { reviewProgress } from '../reviews/progress.ts';
import { setReviews } from '../reviews/write.ts';
import type { Implementer, Router, RouterParts } from './implementer.ts';

/** Answers what the contract says about passages and what coders say of them. */
export function codingRoutes(
  os: Implementer,
  { session }: RouterParts,
): Pick<Router, 'passages' | 'codings' | 'reviews'> {
  const db = () => session.project.db;
  return {
    passages: {
      inDocument: os.passages.inDocument.handler(({ input }) =>
        passagesInDocument(db(), input.document, input.scope),
      ),
      list: os.passages.list.handler(({ input }) => listPassages(db(), input, input)),
      resize: os.passages.resize.handler(({ input }) => {
        const made = resizePassage(session.project, input.passage, input, input.codings);
        return { ...written(made, NOTHING_CHANGED), ...made.result };
      }),
      reshape: os.passages.reshape.handler(({ input }) => {
        const made = reshapePassage(session.project, input.passage, input.region, input.codings);
        return { ...written(made, NOTHING_CHANGED), ...made.result };
      }),
      picture: os.passages.picture.handler(({ input, signal }) => askForPicture(session.pool, input, signal)),
      history: os.passages.history.handler(({ input }) => passageHistory(db(), input.passage, input.limit)),
      comment: os.passages.comment.handler(({ input }) =>
        written(commentPassage(session.project, input.passage, input.comment), NOTHING_CHANGED),
      ),
    },
    codings: {
      apply: os.codings.apply.handler(({ input }) => {
        const made = applyCodes(session.project, input);
        return { ...written(made, 'That code was applied to these words already.'), ...made.result };
      }),
      applyRegion: os.codings.applyRegion.handler(({ input }) => {
        const made = applyToRegion(session.project, input);
        return {
          ...written(made, 'That code was applied to this part of the page already.'),
          ...made.result,
        };
      }),
      applyTo: os.codings.applyTo.handler(({ input }) => {
        const made = applyToPassages(session.project, input.passages, input.codes, input.create);
        return { ...written(made, 'All of them carry these codes already.'), ...made.result };
      }),
      replace: os.codings.replace.handler(({ input }) => {
        const made = replaceCode(session.project, input.codings, input.by);
        return { ...written(made, 'It is that code already.'), ...made.result };
      }),
      applyMatches: os.codings.applyMatches.handler(({ input }) => {
        const made = applyToMatches(session.project, input);
        return {
          ...written(
            made,
            made.result.matches === 0 ? 'The words do not occur in this document.' : NOTHING_CHANGED,
          ),
          ...made.result,
        };
      }),
      weigh: os.codings.weigh.handler(({ input }) =>
        written(weighCoding(session.project, input.coding, input.weight), NOTHING_CHANGED),
      ),
      remove: os.codings.remove.handler(({ input }) =>
        written(removeCodings(session.project, input.codings), NOTHING_CHANGED),
      ),
    },
    reviews: {
      inDocument: os.reviews.inDocument.handler(({ input }) => judgementsIn(db(), input.document)),
      progress: os.reviews.progress.handler(({ input }) => {
        const { actor } = session.project;
        return actor ? reviewProgress(db(), actor.id, input?.scope) : [];
      }),
      set: os.reviews.set.handler(({ input }) =>
        written(setReviews(session.project, input.document, input.codes, input.reviewed), NOTHING_CHANGED),
      ),
    },
  };
}
