// Einen Lauf noch einmal auf der Zeichenfläche sehen.
import type { Texts } from '../texts.ts';

export const replay: Texts['replay'] = {
  name: 'Wiedergabe',
  play: 'Abspielen',
  pause: 'Pause',
  speed: 'Tempo der Wiedergabe',
  speedHelp: 'Simulierte Sekunden je Sekunde',
  time: 'Zeitpunkt der Wiedergabe',
  position: '{{now}} s von {{end}} s: {{spoken}}',
  of: 'von {{end}} s',
  leave: 'Wiedergabe beenden',
  warmup: 'Einschwingzeit',
  duringWarmup: 'Einschwingzeit',
  failed: '{{share}} gescheitert',
  busiest: 'am stärksten ausgelastet {{what}}',
  waiting: '{{number}} wartend',
  wanted: 'von {{number}} gewünscht',
  newShare: '{{share}} % neu',
};
