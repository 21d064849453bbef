// Die analytische Abschätzung, die beim Bearbeiten mitläuft.
import type { Texts } from '../texts.ts';

export const estimate: Texts['estimate'] = {
  title: 'Abschätzung',
  errors: 'Fehler {{share}}',
  mean: 'Mittel {{time}}',
  busiest: '{{name}} zu {{share}} ausgelastet',
  saturated: 'die Last ist nicht zu tragen: {{names}} überlastet',
};
