// Single requests of a run, and the waterfall of one.
export const traces = {
  sampled: 'Sampled requests',
  failed: 'failed:',
  none: 'This run kept no traces.',
  noneHint:
    'Simulate the design again: the window asks for the slowest requests and others at random, each with every visit that it made.',
  noneEnded: 'No request ended after the warm-up, so none could be kept.',
  noneEndedHint: 'Make the run longer, or the warm-up shorter, in the tab Scenario.',
  from: 'from {{where}}',
  fromAfter: 'from {{where}} after the start',
  parts: 'Parts of a visit',
  stretches: {
    network: 'On the way',
    wait: 'Wait',
    work: 'Work',
    calls: 'In calls',
  },
  spoken: {
    network: 'on the way',
    wait: 'wait',
    work: 'work',
    calls: 'in calls',
  },
  notReached: '{{what}}, not reached',
  attempt: 'try {{number}}',
  waterfall: 'Waterfall',
  component: 'Component',
  timeline: 'Timeline',
  start: 'Start',
  takes: 'Takes',
  more: '… and {{number}} more visits.',
};
