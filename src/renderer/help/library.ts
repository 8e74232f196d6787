import { readTopic, type Topic } from './read.ts';
import { TOPIC_IDS, type TopicId } from './topics.ts';

const SOURCES: Readonly<Record<string, string>> = import.meta.glob(['../../../docs/*.md', '!**/README.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const PICTURES: Readonly<Record<string, string>> = import.meta.glob('../../../docs/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** All topics, read from the docs that were there when the program was built. */
export const LIBRARY: ReadonlyMap<TopicId, Topic> = new Map(
  TOPIC_IDS.flatMap((id) => {
    const source = SOURCES[`../../../docs/${id}.md`];
    return source === undefined ? [] : [[id, readTopic(id, source)] as const];
  }),
);

/** The address of a picture of the docs. @param path as the docs name it: `images/workbench.png` */
export const pictureOf = (path: string): string | undefined => PICTURES[`../../../docs/${path}`];
