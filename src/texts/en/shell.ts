// The bar on top, menus, tabs and the places around them.
export const shell = {
  findOrDo: 'Find or do anything',
  save: 'Save',
  export: 'Export',
  notSavedYet: 'Not saved yet',
  unsavedChanges: 'unsaved changes',
  readOnly: 'read-only',
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  undoWhat: 'Undo {{what}}',
  redoWhat: 'Redo {{what}}',
};
