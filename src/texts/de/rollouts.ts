// Was aus den Rollouts eines Laufs wurde.
import type { Texts } from '../texts.ts';

export const rollouts: Texts['rollouts'] = {
  name: 'Rollouts',
  rollout: 'Rollout',
  shares: 'Bedient von alt und neu',
  old: 'Alte Version',
  new: 'Neue Version',
  dropped: 'Verlorene Anfragen',
  took: 'Dauer',
  notDone: 'nicht fertig',
  aborted: 'Abgebrochen',
  never: 'nie',
  always: 'in jeder Wiederholung',
  inSome: 'in {{share}} der Wiederholungen',
  none: 'In diesem Lauf wurde keine neue Version ausgerollt.',
  noneHint:
    'Im Reiter Szenario unter „Neue Versionen“ eine ergänzen, um zu sehen, wer derweil bedient hat und was verloren ging.',
};
