// What stands around findings; what they say themselves comes from where they are found.
export const findings = {
  error: 'Error',
  warning: 'Warning',
  advice: 'Advice',
  errors: 'Errors',
  warnings: 'Warnings',
  advices: 'Advice',
  lastRun: 'The last run',
  nothing: 'Nothing to mend.',
  asItIs: 'The design can be simulated and exported as it is.',
  design: 'Design',
  scenarios: 'Scenarios',
  countOf: '{{name}}: {{findings}}',
  findings_one: '{{count}} finding',
  findings_other: '{{count}} findings',
};
