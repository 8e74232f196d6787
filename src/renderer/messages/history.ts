/** Messages of the history. */
export const history = {
  'history.list': 'Steps, newest first',
  'history.of': '{name}: {step}',
  'history.asks': 'asks first',
  'history.row.present': '{step}, the present state',
  'history.row.undone': '{step}, taken back',
  'history.row.done': '{step}',
  'history.back': 'Go back to here: {step}',
  'history.forward': 'Go forward to here: {step}',
  'history.undo.step': 'Undo: {step}',
  'history.redo.step': 'Redo: {step}',
  'history.undo.title': '{count, plural, one {Undo # step?} other {Undo # steps?}}',
  'history.redo.title': '{count, plural, one {Redo # step?} other {Redo # steps?}}',
  'history.undo.confirm': '{count, plural, one {Undo # step} other {Undo # steps}}',
  'history.redo.confirm': '{count, plural, one {Redo # step} other {Redo # steps}}',
  'history.go.body':
    'From “{first}” until the project is as it was after “{step}”.{others, plural, =0 {} one { One of the steps is another person’s.} other { # of the steps are other people’s.}} Each can be brought back.',
  'history.nowhere': 'This step has no place in a text: {step}',
  'undo.several': '{count, plural, one {Undone: # step} other {Undone: # steps}}',
  'redo.several': '{count, plural, one {Done again: # step} other {Done again: # steps}}',
} as const;
