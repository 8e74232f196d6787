/** Messages of the tabs. */
export const tabs = {
  'tabs.title': 'Open documents',
  'tabs.close': 'Close {title}',
  'tabs.more': 'More tabs: {count, number}',
  'tabs.none': 'No document is open',
  'tabs.noBack': 'There is nothing to go back to',
  'tabs.noForward': 'There is nothing to go forward to',
  'tabs.atEdge': 'The tab stands at the edge already',
  'tabs.moved': '{title}, tab {place, number} of {total, number}',
  'command.tab.close': 'Close tab',
  'command.tab.next': 'Next tab',
  'command.tab.previous': 'Previous tab',
  'command.tab.moveBack': 'Move tab towards the start',
  'command.tab.moveOn': 'Move tab towards the end',
  'command.travel.back': 'Back',
  'command.travel.forward': 'Forward',
} as const;
