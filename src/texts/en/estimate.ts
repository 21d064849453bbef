// The analytic estimate, shown while a design is edited.
export const estimate = {
  title: 'Estimate',
  errors: 'errors {{share}}',
  mean: 'mean {{time}}',
  busiest: '{{name}} {{share}} busy',
  saturated: 'the load cannot be carried: {{names}} saturated',
};
