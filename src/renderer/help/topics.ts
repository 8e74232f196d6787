/** What the help is about, in the order in which it is listed. Each topic is a page of docs/ of the same name. */
export const TOPIC_GROUPS = [
  { id: 'begin', topics: ['first-ten-minutes', 'sample'] },
  {
    id: 'work',
    topics: [
      'coding',
      'codebook',
      'taxonomy',
      'pages',
      'reviewing',
      'comparing',
      'exporting',
      'exchange',
      'reporting',
    ],
  },
  { id: 'lookUp', topics: ['keyboard', 'where-data-lives', 'command-line', 'method-notes'] },
] as const;

export type TopicId = (typeof TOPIC_GROUPS)[number]['topics'][number];

export const TOPIC_IDS: readonly TopicId[] = TOPIC_GROUPS.flatMap(({ topics }) => topics);

/** Whether there is a topic of this name. */
export const isTopic = (name: string): name is TopicId => TOPIC_IDS.some((id) => id === name);
