// Was um Befunde herum steht; was sie selbst sagen, kommt von dort, wo sie gefunden werden.
export const findings = {
  error: 'Fehler',
  warning: 'Warnung',
  advice: 'Rat',
  errors: 'Fehler',
  warnings: 'Warnungen',
  advices: 'Ratschläge',
  lastRun: 'Der letzte Lauf',
  nothing: 'Alles in Ordnung.',
  asItIs: 'Der Entwurf kann so simuliert und exportiert werden.',
  design: 'Entwurf',
  scenarios: 'Szenarien',
  countOf: '{{name}}: {{findings}}',
  findings_one: '{{count}} Befund',
  findings_other: '{{count}} Befunde',
};
