/** Messages of the drawer at the foot. */
export const drawer = {
  'drawer.title': 'Lists',
  'drawer.passages': 'Passages',
  'drawer.search': 'Search',
  'drawer.memos': 'Memos',
  'drawer.history': 'History',
  'command.drawer.passages': 'Show the passages',
  'command.drawer.memos': 'Show the memos',
  'command.drawer.history': 'Show the history',
} as const;
