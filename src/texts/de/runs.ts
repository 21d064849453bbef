// Was das Fenster zu einem gestarteten Lauf sagt, und zu eigenen Fehlern.
import type { Texts } from '../texts.ts';

export const runs: Texts['runs'] = {
  stopped: 'Die Simulation wurde angehalten',
  stoppedMore: 'Die Zahlen des vorigen Laufs sind noch da, falls es einen gab.',
  noResult: 'Die Simulation hat kein Ergebnis: {{why}}',
  failed: 'sie ist gescheitert',
  nothing: 'Es gibt noch nichts zu simulieren',
  nothingMore: 'Ein Szenario ergänzen, das sagt, wo Anfragen ankommen.',
  defect: 'In Spandrel ist etwas schiefgegangen, vermerkt unter {{number}}',
  gone: 'Spandrel läuft hinter diesem Fenster nicht mehr; der Entwurf hier ist nicht verloren: neu starten oder eine Kopie exportieren',
};
