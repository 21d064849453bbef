// Unsaved work that is kept and comes back.
export const recovery = {
  cannotKeep: 'Unsaved work cannot be kept safe at the moment: save it soon',
  restored: 'The unsaved work on “{{title}}” was restored',
  restoredMore: 'It is as it was when the window went; nothing has been saved yet.',
  cannotRestore: 'The unsaved work on “{{title}}” cannot be opened',
  step: 'restoring unsaved work',
  title: 'Unsaved work',
  text: 'These designs were not saved when their window went. They are kept until they are opened or discarded.',
  open: 'Open',
  discard: 'Discard',
  openWhich: 'Open {{title}}',
  discardWhich: 'Discard {{title}}',
  neverSaved: 'never saved',
  none: 'There is no other unsaved work.',
};
