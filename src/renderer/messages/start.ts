/** Messages of the start page. */
export const start = {
  'start.lede': 'A workbench for reading, coding and comparing plans.',
  'start.new': 'New project',
  'start.new.hint': 'Asks for a name and a place, nothing else',
  'start.open': 'Open',
  'start.open.hint': 'A project file (.colligo)',
  'start.sample': 'Try the sample',
  'start.sample.hint': 'Six short briefs, already coded by two people',
  'start.sample.again': 'Open the sample',
  'start.sample.again.hint': 'Six coded briefs, as you left them',
  'start.sample.afresh': 'Begin the sample afresh',
  'start.safe': 'Your project is one file on this computer.',
  'start.safe.nothing': 'Nothing is sent anywhere.',
  'start.recent': 'Recent',
  'start.recent.empty': 'Projects that you open are listed here.',
  'start.recent.emptyHint': 'Make one with New project, add the plans you want to read, and start coding.',
  'start.recent.counts':
    '{documents, plural, one {# document} other {# documents}}, {codes, plural, one {# code} other {# codes}}',
  'start.recent.missing': 'not found',
  'start.recent.missingLong':
    '“{title}” is not in {folder} any more. If it was moved, open it from its new place.',
  'start.recent.synced': 'in a synced folder',
  'start.recent.forget': 'Remove “{title}” from the list',
  'start.today': 'today, {time}',
  'start.yesterday': 'yesterday',
  'start.help': 'Help',
  'start.missing.title': 'The file is not there',
  'start.missing.confirm': 'Remove from list',

  'command.sample.open': 'Open the sample project',
  'command.sample.afresh': 'Begin the sample afresh…',
  'sample.afresh.title': 'Begin the sample afresh?',
  'sample.afresh.body':
    'You get a new copy. The one that you have worked in is kept as a file of its own in the same folder, and stays on the list of recent projects.',
  'sample.afresh.confirm': 'Begin afresh',
  'sample.kept': 'Your former copy is kept as {name}',

  'new.title': 'New project',
  'new.name': 'Name of the project',
  'new.place': 'Choose a place…',

  'locked.readOnly': 'Open for reading only',
} as const;
