// The help page: what the pointer does, and the terms of queueing theory, one sentence each.
export const help = {
  title: 'Help',
  page: 'Help page',
  commands: 'Commands and shortcuts',
  onCanvas: 'On the canvas',
  terms: 'Terms',
  about: 'About {{term}}',
  footer: 'Spandrel {{version}}. The canvas is drawn with React Flow.',
  gestures: {
    add: { what: 'Add a component', how: 'Click its kind in the palette, press Enter on it, or drag it to the canvas' },
    connect: { what: 'Connect', how: 'Drag from a dot on the edge of a card to another card, or press {{keys}}' },
    move: { what: 'Move', how: 'Drag; with Alt on a finer grid; arrow keys, with Shift in larger steps' },
    several: { what: 'Select several', how: 'Shift and click, or Shift and drag an area' },
    rename: { what: 'Rename', how: 'Double-click, or {{keys}}' },
    view: { what: 'Move the view', how: 'Drag the background; scroll to zoom' },
    walk: { what: 'Walk through the canvas', how: 'Tab; Enter selects, Escape deselects' },
  },
  glossary: {
    estimate: {
      title: 'Estimate',
      meaning:
        'What queueing theory says of the design in the long run, worked out at once and without chance; a run says more.',
    },
    knee: {
      title: 'Knee',
      meaning:
        'Where throughput over response, the power of the system, is largest: beyond it more load costs more response than it brings throughput.',
    },
    utilisation: {
      title: 'Utilisation',
      meaning:
        'The share of its slots that are busy, averaged over time; near 100 % waiting grows without bound, so plan for 60 to 70 %.',
    },
    wait: {
      title: 'Wait',
      meaning: 'The time that a request stands in the queue before its work begins.',
    },
    waiting: {
      title: 'Waiting',
      meaning: 'The mean number of requests in the queue, not counting those being worked on.',
    },
    lag: {
      title: 'Lag',
      meaning:
        'How far the consumers are behind: the messages that wait at a broker, and how long the oldest of them has waited.',
    },
    responseTime: {
      title: 'Response time',
      meaning: 'Wait plus own work at a component; end to end, everything from the arrival to the answer.',
    },
    percentile: {
      title: 'Percentiles (p50, p95, p99)',
      meaning:
        'p95 is the time within which 95 of 100 requests are answered; the mean hides the slow ones, these do not.',
    },
    throughput: {
      title: 'Throughput',
      meaning: 'Requests a second that succeed; it follows the offered rate until something saturates.',
    },
    concurrency: {
      title: 'Concurrency',
      meaning:
        'The requests that one replica works on at once; replicas times concurrency are the slots of a component.',
    },
    replicas: {
      title: 'Replicas',
      meaning: 'The copies of a component that run side by side.',
    },
    serviceTime: {
      title: 'Service time',
      meaning: 'The work that one request is at a component, without waiting and without the calls it makes.',
    },
    scv: {
      title: 'Squared coefficient of variation',
      meaning:
        'Variance over squared mean: 0 is always the same, 1 is exponential, more is bursty; waiting grows with it.',
    },
    dispatch: {
      title: 'Dispatch',
      meaning:
        'How a replica is chosen for a request: one queue for all, or a queue for each, chosen in one of four ways.',
    },
    discipline: {
      title: 'Discipline',
      meaning: 'Which waiting request goes next; none of them interrupts work that has begun.',
    },
    littlesLaw: {
      title: "Little's law",
      meaning: 'The number in a system is its throughput times the time spent there, whatever else is true.',
    },
    bottleneck: {
      title: 'Bottleneck',
      meaning: 'The component that saturates first as the load grows; more capacity elsewhere changes nothing.',
    },
    confidenceInterval: {
      title: '95 % interval (±)',
      meaning: 'If the run were repeated with other seeds, 95 of 100 such intervals would hold the true mean.',
    },
    warmup: {
      title: 'Warm-up',
      meaning: 'The start of a run, left out of the figures because the queues are not yet as full as they will be.',
    },
    replication: {
      title: 'Replication',
      meaning: 'One run of the scenario with a seed of its own; several of them give the intervals.',
    },
    seed: {
      title: 'Seed',
      meaning: 'The number that all chance is drawn from: the same seed gives the same run, to the last digit.',
    },
    blocking: {
      title: 'Blocking',
      meaning: 'A blocking component keeps its slot while its own calls are out, so a slow callee fills it up.',
    },
    poisson: {
      title: 'Poisson arrivals',
      meaning: 'Requests that come independently of each other at a mean rate, as from very many users.',
    },
    closed: {
      title: 'Closed arrivals',
      meaning: 'A fixed number of users who each wait for the answer and think before they ask again.',
    },
  },
};
