// Die Leiste oben, Menüs, Reiter und was um sie herum steht.
import type { Texts } from '../texts.ts';

export const shell: Texts['shell'] = {
  findOrDo: 'Alles finden, alles tun',
  save: 'Speichern',
  export: 'Exportieren',
  notSavedYet: 'Noch nicht gespeichert',
  unsavedChanges: 'ungespeicherte Änderungen',
  readOnly: 'schreibgeschützt',
  nothingToUndo: 'Nichts rückgängig zu machen',
  nothingToRedo: 'Nichts zu wiederholen',
  undoWhat: '{{what}} rückgängig machen',
  redoWhat: '{{what}} wiederholen',
};
