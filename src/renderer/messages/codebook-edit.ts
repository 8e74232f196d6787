/** Messages of what is done to several codes at once, and of what else a code is called. */
export const codebookEdit = {
  'command.codes.merge': 'Merge into…',
  'command.codes.split': 'Split code…',
  'command.codes.copy': 'Copy branch…',
  'command.codes.replaceInNames': 'Find and replace in names…',
  'command.codes.colours': 'Colours by branch…',

  'codebook.apart': 'Only codes under the same parent move a step together',
  'codebook.also': 'also: {words}',
  'codebook.why': 'Why (may stay empty)',
  'codebook.why.hint': 'Kept with the code, among its changes.',
  'codebook.within': 'Which codes',
  'codebook.within.all': 'All codes',
  'codebook.within.branch': 'Only under “{name}”',

  'codebook.copy.title': '{count, plural, one {Copy “{name}”} other {Copy # codes}}',
  'codebook.copy.about':
    '{codes, plural, one {# code is copied} other {# codes are copied}} with what is said of them, without codings.',
  'codebook.copied': '{codes, plural, one {# code was copied} other {# codes were copied}}',

  'codebook.merge.title': '{count, plural, one {Merge “{name}” into…} other {Merge # codes}}',
  'codebook.merge.done': '{count, plural, one {Merge “{name}”} other {Merge # codes}} into “{into}”',
  'codebook.merge.which': 'Which code stays? The others go into it; it may be one of these or any other.',
  'codebook.merge.into': 'Which code stays? The codings of this one go to it.',
  'codebook.merge.find': 'Find the code that stays',
  'codebook.merge.list': 'Codes that can stay',
  'codebook.merge.stays': 'Stays:',
  'codebook.merge.change': 'Change',
  'codebook.merge.codings':
    '{follow, plural, =0 {No coding follows} one {# coding follows} other {# codings follow}}{already, plural, =0 {} one {, # is there already} other {, # are there already}}.',
  'codebook.merge.memos': '{memos, plural, one {# memo follows} other {# memos follow}}.',
  'codebook.merge.children':
    '{children, plural, one {# code comes to stand under it} other {# codes come to stand under it}}.',
  'codebook.merge.reviews':
    '{reviews, plural, one {# review} other {# reviews}} of the code afterwards{stale, plural, =0 {} one {; # of them has to be renewed, since its coder had not looked for all of it} other {; # of them have to be renewed, since their coders had not looked for all of it}}.',
  'codebook.merge.aliases':
    '{count, plural, one {Keep its name as an alias} other {Keep their names as aliases}}',
  'codebook.merge.append': 'Add definitions, rules of use and examples to those of the code that stays',
  'codebook.merge.do': 'Merge',
  'codebook.merged':
    '{count, plural, one {A code was} other {# codes were}} merged into {name}: {followed, plural, one {# coding} other {# codings}} followed{already, plural, =0 {} one {, # was there already} other {, # were there already}}',

  'codebook.split.title': 'Split “{name}”',
  'codebook.split.parts': 'Parts',
  'codebook.split.new': 'Name of a new code',
  'codebook.split.new.hint': 'Enter adds it as a part.',
  'codebook.split.add': 'Add',
  'codebook.split.choose': 'A code that is there…',
  'codebook.split.find': 'Find a code to take a part',
  'codebook.split.list': 'Codes that can take a part',
  'codebook.split.remove': 'Take {name} off the parts',
  'codebook.split.count': '{count, plural, one {# passage} other {# passages}}',
  'codebook.split.where': 'Where new codes stand',
  'codebook.split.beside': 'Beside “{name}”',
  'codebook.split.under': 'Under “{name}”',
  'codebook.split.pieces': 'Your passages with this code',
  'codebook.split.row': '{quote}: {to}',
  'codebook.split.stays': 'Stays',
  'codebook.split.to': '{number, number}: to {name}',
  'codebook.split.part': 'A part of a page',
  'codebook.split.sum':
    '{all, plural, =0 {You have coded no passage with it.} other {{going, number} of {all, plural, one {# passage} other {# passages}} of yours {going, plural, one {goes} other {go}} to parts; the rest stays.}}',
  'codebook.split.keys':
    'In the list, a number sends a passage to that part, with Shift there as well; 0 lets it stay; ← and → go through the parts.',
  'codebook.split.more':
    '{more, plural, one {# more passage is} other {# more passages are}} not listed and {more, plural, one {stays} other {stay}}. Split again for {more, plural, one {it} other {them}}.',
  'codebook.split.others':
    '{others, plural, one {# passage that only others have coded with it is} other {# passages that only others have coded with it are}} not listed: which part a passage belongs to is a judgement, and everybody makes their own.',
  'codebook.split.do': 'Split',
  'codebook.split':
    '{moved, plural, =0 {No coding was} one {# coding was} other {# codings were}} taken out of {name}{added, plural, =0 {} one {, # was added} other {, # were added}}',

  'codebook.replace.title': 'Find and replace in names of codes',
  'codebook.replace.find': 'Find',
  'codebook.replace.by': 'Replace by',
  'codebook.replace.case': 'Match case',
  'codebook.replace.whole': 'Whole words',
  'codebook.replace.hint': 'What would change is shown here first.',
  'codebook.replace.names':
    '{names, plural, =0 {No name has these words.} one {# name changes.} other {# names change.}}',
  'codebook.replace.preview': 'Names that change',
  'codebook.replace.empty': 'no name would be left',
  'codebook.replace.do': 'Replace',
  'codebook.renamed': '{names, plural, one {# code was renamed} other {# codes were renamed}}',

  'codebook.colours.title': 'Colours by branch',
  'codebook.colours.how': 'Colours',
  'codebook.colours.top': 'As the top code',
  'codebook.colours.top.hint': 'Every code takes the colour of the topmost code that it stands under.',
  'codebook.colours.turn': 'In turn',
  'codebook.colours.turn.hint': 'Each branch takes the next of twelve colours, with all codes in it.',
  'codebook.colours.tints': 'In turn, with tints',
  'codebook.colours.tints.hint':
    'The same, lighter with each level down. On screen a theme sets how light a colour is; tints show in what is exported.',
  'codebook.colours.changes':
    '{codes, plural, =0 {Every code has this colour already.} one {# code changes its colour.} other {# codes change their colour.}}',
  'codebook.colours.preview': 'The codebook as it would look',
  'codebook.colours.do': 'Colour',
  'codebook.coloured': '{codes, plural, one {# code has another colour} other {# codes have another colour}}',

  'code.words': 'Other words and links',
  'code.words.show': 'Other words and links',
  'code.words.hide': 'Fold other words and links away',
  'code.words.notation': 'Notation',
  'code.words.alias': 'Aliases',
  'code.words.hidden': 'Words to find it by only',
  'code.words.hint': 'Enter adds it.',
  'code.words.remove': 'Take {word} away',
  'code.words.name': '{language, select, none {Name} other {Name ({language})}}',
  'code.words.definition': '{language, select, none {Definition} other {Definition ({language})}}',
  'code.words.note': '{language, select, none {Note} other {Note ({language})}}',
  'code.words.example': '{language, select, none {Example} other {Example ({language})}}',
  'code.links.see_also': 'See also',
  'code.links.not_to_be_confused': 'Not to be confused with',
  'code.links.add': 'Link to another code…',
  'code.links.remove': 'Remove the link to {name}',
  'code.links.title': 'Link “{name}” to another code',
  'code.links.kind': 'What they have to do with each other',
  'code.links.find': 'Find the other code',
  'code.links.list': 'Codes to link to',
} as const;
