// Ungespeicherte Arbeit, die aufgehoben wird und wiederkommt.
import type { Texts } from '../texts.ts';

export const recovery: Texts['recovery'] = {
  cannotKeep: 'Ungespeicherte Arbeit lässt sich gerade nicht sichern: bald speichern',
  restored: 'Die ungespeicherte Arbeit an „{{title}}“ ist wiederhergestellt',
  restoredMore: 'Sie ist, wie sie beim Ende des Fensters war; gespeichert ist noch nichts.',
  cannotRestore: 'Die ungespeicherte Arbeit an „{{title}}“ lässt sich nicht öffnen',
  step: 'Wiederherstellen ungespeicherter Arbeit',
  title: 'Ungespeicherte Arbeit',
  text: 'Diese Entwürfe waren nicht gespeichert, als ihr Fenster verschwand. Sie bleiben, bis sie geöffnet oder verworfen werden.',
  open: 'Öffnen',
  discard: 'Verwerfen',
  openWhich: '{{title}} öffnen',
  discardWhich: '{{title}} verwerfen',
  neverSaved: 'nie gespeichert',
  none: 'Es gibt keine weitere ungespeicherte Arbeit.',
};
