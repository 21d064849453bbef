// What each key of the design file is called, means, and stands for where it is missing: the one place for forms, findings
// and help. A key lies here as it lies in the schema (src/model/design.ts); where the variants of a union differ, under
// the name of the variant.
export const keys = {
  design: {
    name: {
      title: 'Name',
      help: 'What the design is called; also the title of the window.',
    },
    description: {
      title: 'Description',
      help: 'What the design is about, for those who read it later.',
    },
    pattern: {
      title: 'Pattern',
      help: 'The architecture pattern that layout and review follow.',
    },
    currency: {
      title: 'Currency',
      help: 'In which all costs are given.',
    },
    groups: {
      title: 'Groups',
      help: 'Layers, boundaries, modules, zones and namespaces of the design.',
    },
    groupLatencies: {
      title: 'Latency between groups',
      help: 'The time that a crossing between two groups adds.',
    },
    components: {
      title: 'Components',
      help: 'What the system is built of.',
    },
    connections: {
      title: 'Connections',
      help: 'Who calls whom.',
    },
    objectives: {
      title: 'Objectives',
      help: 'What the system is to achieve; each run is held against it.',
    },
    scenarios: {
      title: 'Scenarios',
      help: 'Which load arrives, and what goes wrong meanwhile.',
    },
    notes: { title: 'Notes', help: 'Texts that lie on the canvas.' },
  },
  group: {
    id: {
      title: 'Id',
      help: 'Unique; a letter, then up to 62 letters, digits, _ or -.',
    },
    name: {
      title: 'Name',
      help: 'Shown on the canvas.',
      missing: 'the id',
    },
    kind: {
      title: 'Kind',
      help: 'Layers are bands in their order; zones can fail together.',
    },
    parent: {
      title: 'Inside',
      help: 'The group that this one lies in.',
    },
    description: {
      title: 'Description',
      help: 'What belongs here, and why.',
    },
    view: {
      title: 'Place',
      help: 'Where the area lies on the canvas.',
      missing: 'around its members',
      x: { title: 'X', help: 'From the left of the canvas, in its own points.' },
      y: { title: 'Y', help: 'From the top of the canvas, in its own points.' },
      width: { title: 'Width', help: 'At least so wide; never less than its members need.' },
      height: { title: 'Height', help: 'At least so high; never less than its members need.' },
      collapsed: { title: 'Collapsed', help: 'Drawn as one card, its members hidden.' },
    },
  },
  groupLatency: {
    from: {
      title: 'From',
      help: 'One of the two groups.',
    },
    to: {
      title: 'To',
      help: 'The other group.',
    },
    latencyMs: {
      title: 'Latency',
      help: 'One way, added to every connection that crosses, in either direction.',
    },
  },
  component: {
    id: {
      title: 'Id',
      help: 'Unique; a letter, then up to 62 letters, digits, _ or -.',
    },
    kind: {
      title: 'Kind',
      help: 'What it is: it decides how it behaves and what it becomes in an export.',
    },
    name: {
      title: 'Name',
      help: 'Shown on the card.',
      missing: 'the id',
    },
    group: {
      title: 'Group',
      help: 'The group that it lies in.',
    },
    description: {
      title: 'Description',
      help: 'What it is there for.',
    },
    capacity: {
      title: 'Capacity',
      help: 'How much can be worked on at once.',
      replicas: {
        title: 'Replicas',
        help: 'How many copies run; with 0 nothing is served.',
      },
      concurrency: {
        title: 'Concurrency',
        help: 'Requests that one replica works on at once.',
      },
      queueLimit: {
        title: 'Queue limit',
        help: 'Requests that may wait, per replica, or in all with a shared queue; 0 is a pure loss system.',
        missing: 'unbounded',
      },
      dispatch: {
        title: 'Dispatch',
        help: 'How a replica is chosen for a request.',
        missing: 'round-robin; shared-queue for consumers',
      },
      discipline: {
        title: 'Discipline',
        help: 'Who goes next; none interrupts work begun.',
      },
      speed: {
        title: 'Speed',
        help: 'Vertical scaling: 2 halves the service times here.',
      },
    },
    service: {
      title: 'Service time',
      help: 'The work done here for one request.',
      missing: '0 ms',
    },
    serviceByClass: {
      title: 'Service time by class',
      help: 'Instead of the service time, for requests of that class.',
    },
    threading: {
      title: 'Threading',
      help: 'Blocking holds the slot while calls are out.',
    },
    calls: {
      title: 'Calls',
      help: 'The order of its outgoing synchronous connections.',
    },
    need: {
      title: 'Need',
      help: 'With parallel calls: answers as soon as so many connections have answered well.',
      missing: 'all',
    },
    hitRatio: {
      title: 'Hit ratio',
      help: 'Caches: answers by itself with this probability, without its outgoing calls.',
    },
    errorRate: {
      title: 'Error rate',
      help: 'The chance that a request fails here.',
    },
    coldStartMs: {
      title: 'Cold start',
      help: 'Added to the first request that a newly started replica serves.',
    },
    batch: {
      title: 'Batch',
      help: 'Consumers take several messages at once.',
      missing: 'none',
      max: {
        title: 'Batch size',
        help: 'Takes up to so many messages at once.',
      },
      waitMs: {
        title: 'Batch wait',
        help: 'Waits at most so long for more.',
      },
    },
    resources: {
      title: 'Resources',
      help: 'What one replica asks of the machine.',
      cpu: {
        title: 'CPU',
        help: 'Cores that one replica asks for.',
      },
      memoryMiB: {
        title: 'Memory',
        help: 'Memory that one replica asks for.',
      },
    },
    cost: {
      title: 'Cost',
      help: 'What it costs to run.',
      perReplicaHour: {
        title: 'Cost per replica-hour',
        help: 'In the currency of the design.',
      },
      perMillionRequests: {
        title: 'Cost per million requests',
        help: 'In the currency of the design.',
      },
    },
    autoscale: {
      title: 'Autoscaling',
      help: "Kubernetes' horizontal pod autoscaler.",
      missing: 'none',
      metric: {
        title: 'Metric',
        help: 'What is measured; waiting and rate are per replica.',
      },
      target: {
        title: 'Target',
        help: 'The value of the metric that the autoscaler aims at.',
      },
      min: {
        title: 'Fewest replicas',
        help: 'Never fewer replicas than this.',
      },
      max: {
        title: 'Most replicas',
        help: 'Never more replicas than this.',
      },
      periodS: {
        title: 'Period',
        help: 'How often it measures and decides.',
      },
      startupS: {
        title: 'Start-up',
        help: 'A new replica serves after so long.',
      },
      stabilisationDownS: {
        title: 'Stabilisation down',
        help: 'Scales down to the highest recommendation of so long.',
      },
      tolerance: {
        title: 'Tolerance',
        help: 'No change while measured over target is within this of 1.',
      },
    },
    rollout: {
      title: 'Rollout',
      help: 'How a new version is brought out in the exported manifests.',
      strategy: {
        title: 'Rollout strategy',
        help: 'Whether old and new replicas are exchanged step by step or at once.',
      },
    },
    delivery: {
      title: 'Delivery',
      help: 'Each message to one consumer, or to all.',
      missing: 'topic: broadcast; queue, stream: compete',
    },
    maxDeliveries: {
      title: 'Most deliveries',
      help: 'A message whose consumer failed comes again, up to this often in all.',
    },
    deadLetter: {
      title: 'Dead letters to',
      help: 'Where a message goes after its last delivery failed.',
      missing: 'dropped',
    },
    partitions: {
      title: 'Partitions',
      help: 'Streams: in order by key within each, at most one consumer slot a partition.',
      missing: 'none',
    },
    runtime: {
      title: 'Runtime',
      help: 'What runs, for exports and project skeletons.',
      language: {
        title: 'Language',
        help: 'For the project skeleton: hypnoscript, typescript, python, go, java.',
      },
      image: {
        title: 'Image',
        help: 'Container image with its tag.',
      },
      port: {
        title: 'Port',
        help: 'The port that it listens on.',
      },
      healthPath: {
        title: 'Health path',
        help: 'Where its health is asked for, such as /health.',
      },
      env: {
        title: 'Environment',
        help: 'Settings that are not secret.',
      },
      secrets: {
        title: 'Secrets',
        help: 'Names only; values never stand in a design.',
      },
    },
    view: {
      title: 'Place',
      help: 'Where the card lies on the canvas.',
      x: {
        title: 'X',
        help: 'From the left of the canvas, in its own points.',
      },
      y: {
        title: 'Y',
        help: 'From the top of the canvas, in its own points.',
      },
    },
  },
  connection: {
    id: {
      title: 'Id',
      help: 'Unique; a letter, then up to 62 letters, digits, _ or -.',
    },
    from: {
      title: 'From',
      help: 'The caller.',
    },
    to: {
      title: 'To',
      help: 'The callee.',
    },
    mode: {
      title: 'Mode',
      help: 'Sync: the caller waits; async: it does not.',
    },
    protocol: {
      title: 'Protocol',
      help: 'http, grpc, sql, amqp …',
    },
    label: {
      title: 'Label',
      help: 'A few words that stand on the line.',
    },
    description: {
      title: 'Description',
      help: 'What is asked for over it.',
    },
    calls: {
      title: 'Calls',
      help: 'Mean calls for one request; 1.5 is one, and a second half of the time.',
    },
    service: {
      title: 'Service time at the callee',
      help: 'The work that these calls are there.',
      missing: "the callee's own",
    },
    latencyMs: {
      title: 'Latency',
      help: 'One way, a number or a distribution.',
    },
    payloadKiB: {
      title: 'Payload',
      help: 'Over the bandwidth it adds to the way there.',
      missing: 'none',
    },
    bandwidthMbps: {
      title: 'Bandwidth',
      help: 'How fast the payload is carried.',
      missing: 'unlimited',
    },
    classes: {
      title: 'Classes',
      help: 'Only requests of these classes make this call.',
      missing: 'all',
    },
    optional: {
      title: 'Optional',
      help: 'The caller carries on when the call failed.',
    },
    timeoutMs: {
      title: 'Timeout',
      help: 'For one try; its work goes on at the callee.',
      missing: 'none',
    },
    retry: {
      title: 'Retry',
      help: 'A failed call is tried again.',
      missing: 'none',
      attempts: {
        title: 'Attempts',
        help: 'All tries, the first included.',
      },
      backoffMs: {
        title: 'Backoff',
        help: 'The wait before the second try.',
      },
      multiplier: {
        title: 'Multiplier',
        help: 'Each further wait is so many times the one before.',
      },
      jitter: {
        title: 'Jitter',
        help: 'Full: uniform up to the wait; equal: half of it, plus uniform up to the other half.',
      },
      budgetRatio: {
        title: 'Retry budget',
        help: 'Each first try adds so much to a bucket of at most 10, each retry takes 1.',
        missing: 'no budget',
      },
    },
    hedge: {
      title: 'Hedge',
      help: 'A second try is sent before the first has failed.',
      missing: 'none',
      afterMs: {
        title: 'Hedge after',
        help: 'A second try is sent after so long; the first answer counts.',
      },
    },
    rateLimit: {
      title: 'Rate limit',
      help: 'At the caller: what is over fails at once.',
      missing: 'none',
      perSecond: {
        title: 'Rate limit',
        help: 'Calls that the caller may start.',
      },
      burst: {
        title: 'Burst',
        help: 'The size of the token bucket.',
      },
    },
    bulkhead: {
      title: 'Bulkhead',
      help: 'At the caller: most calls in flight; what is over fails at once.',
      missing: 'none',
    },
    circuitBreaker: {
      title: 'Circuit breaker',
      help: 'Stops calling for a while where too many calls fail.',
      missing: 'none',
      failureRate: {
        title: 'Failure rate',
        help: 'Opens at this share of failed calls in the window.',
      },
      minimumCalls: {
        title: 'Fewest calls',
        help: 'Judges only from so many calls in the window on.',
      },
      windowS: {
        title: 'Window',
        help: 'How far back calls are counted.',
      },
      openS: {
        title: 'Open for',
        help: 'Then one call is let through.',
      },
    },
    view: {
      title: 'Line',
      help: 'How the line runs on the canvas.',
      missing: 'by itself',
      points: {
        title: 'Bends',
        help: 'Places that the line goes through, from caller to callee.',
        missing: 'none',
        x: { title: 'X', help: 'From the left of the canvas, in its own points.' },
        y: { title: 'Y', help: 'From the top of the canvas, in its own points.' },
      },
    },
  },
  objective: {
    id: {
      title: 'Id',
      help: 'Unique; a letter, then up to 62 letters, digits, _ or -.',
    },
    metric: {
      title: 'Metric',
      help: 'A figure of the results: responseMs.p95, errorRate, throughputPerSecond …',
    },
    at: {
      title: 'At',
      help: "An arrival's component.",
      missing: 'all arrivals',
    },
    below: {
      title: 'Below',
      help: 'Met while the figure is below this.',
    },
    above: {
      title: 'Above',
      help: 'Met while the figure is above this.',
    },
  },
  scenario: {
    id: {
      title: 'Id',
      help: 'Unique; a letter, then up to 62 letters, digits, _ or -.',
    },
    name: {
      title: 'Name',
      help: 'Shown where the scenario is chosen.',
      missing: 'the id',
    },
    description: {
      title: 'Description',
      help: 'What the scenario stands for.',
    },
    durationS: {
      title: 'Duration',
      help: 'The whole run, warm-up included.',
    },
    warmupS: {
      title: 'Warm-up',
      help: 'Left out of the figures; "auto" lets the series decide.',
    },
    seed: {
      title: 'Seed',
      help: 'The same seed gives the same figures.',
    },
    replications: {
      title: 'Replications',
      help: 'Independent runs, from which the intervals come.',
    },
    arrivals: {
      title: 'Arrivals',
      help: 'Where requests come in, and how many.',
    },
    faults: {
      title: 'Faults',
      help: 'What goes wrong during the run.',
    },
    rollouts: {
      title: 'Rollouts',
      help: 'New versions that are brought out during the run.',
    },
  },
  arrival: {
    at: {
      title: 'At',
      help: 'The component where requests arrive.',
    },
    ratePerSecond: {
      title: 'Rate',
      help: 'Mean arrivals a second.',
    },
    class: {
      title: 'Class',
      help: 'A word that travels with every call; connections and service times can go by it.',
      missing: 'none',
    },
    priority: {
      title: 'Priority',
      help: 'Lower goes first, where the discipline is priority.',
    },
    states: {
      title: 'States',
      help: 'Round and round, with exponential stays.',
      ratePerSecond: {
        title: 'Rate',
        help: 'Mean arrivals a second.',
      },
      meanS: {
        title: 'Mean stay',
        help: 'How long the state lasts on average.',
      },
    },
    points: {
      title: 'Points',
      help: 'Second and rate; linear between the points, 0 after the last.',
    },
    timesMs: {
      title: 'Times',
      help: 'Each arrival, in order.',
    },
    users: {
      title: 'Users',
      help: 'Users that each send a request, wait for the answer, and think.',
    },
    thinkMs: {
      title: 'Think time',
      help: 'The mean of an exponential, or a distribution.',
    },
  },
  fault: {
    at: {
      title: 'At',
      help: 'A component, or a group: then every component in it.',
    },
    connection: {
      title: 'Connection',
      help: 'The connection that is disturbed.',
    },
    fromS: {
      title: 'From',
      help: 'When it begins, from the start of the run.',
    },
    durationS: {
      title: 'For',
      help: 'How long it lasts.',
    },
    replicas: {
      title: 'Replicas',
      help: 'The lowest-numbered first.',
    },
    factor: {
      title: 'Factor',
      help: 'Service times are so many times as long.',
    },
    rate: {
      title: 'Error rate',
      help: 'The chance that a request fails there meanwhile.',
    },
    addMs: {
      title: 'Added latency',
      help: "One way, on top of the connection's own.",
    },
    mtbfS: {
      title: 'Mean time between failures',
      help: 'For each replica by itself, exponential.',
    },
    mttrS: {
      title: 'Mean time to repair',
      help: 'How long a crashed replica is away on average.',
    },
  },
  rollout: {
    at: {
      title: 'At',
      help: 'The component that gets a new version.',
    },
    startS: {
      title: 'Start',
      help: 'When it begins, from the start of the run.',
    },
    startupS: {
      title: 'Start-up',
      help: 'A replica of the new version serves after so long.',
    },
    version: {
      title: 'New version',
      help: 'What the new version has otherwise.',
      service: {
        title: 'Service time',
        help: 'The work that the new version does for one request.',
        missing: "the component's own",
      },
      errorRate: {
        title: 'Error rate',
        help: 'The chance that a request fails in the new version.',
        missing: "the component's own",
      },
      capacity: {
        title: 'Capacity',
        help: 'What the new version can take on.',
        missing: "the component's own",
        speed: {
          title: 'Speed',
          help: '2 halves the service times of the new version.',
        },
      },
    },
    maxSurge: {
      title: 'Most above',
      help: 'Replicas beyond those wanted: a number, or a share such as 25%, rounded up.',
    },
    maxUnavailable: {
      title: 'Most unavailable',
      help: 'Replicas missing from those wanted: a number, or a share such as 25%, rounded down.',
    },
    overlapS: {
      title: 'Overlap',
      help: 'The old version stays so long after the new one serves.',
    },
    steps: {
      title: 'Steps',
      help: 'How the share of the new version grows.',
      weight: {
        title: 'Weight',
        help: 'The share of the requests that go to the new version.',
      },
      holdS: {
        title: 'Hold',
        help: 'Until the next step.',
      },
    },
    abortOn: {
      title: 'Abort',
      help: 'Goes back to the old version where the new one fails too often.',
      missing: 'never',
      errorRate: {
        title: 'Error rate above',
        help: "Of the new version's requests since the step began, once there are 20.",
      },
    },
  },
  distribution: {
    meanMs: {
      title: 'Mean',
      help: 'The mean of the time.',
    },
    scv: {
      title: 'Squared coefficient of variation',
      help: 'Variance over the squared mean: 0 is constant, 1 is as variable as an exponential.',
    },
    phases: {
      title: 'Phases',
      help: 'How many exponential phases follow one another.',
    },
    minMs: {
      title: 'Minimum',
      help: 'The shortest time.',
    },
    maxMs: {
      title: 'Maximum',
      help: 'At least the minimum.',
    },
    samplesMs: {
      title: 'Samples',
      help: 'Measured times, each drawn with equal chance.',
    },
    hyperexponential: {
      scv: {
        title: 'Squared coefficient of variation',
        help: 'At least 1; two phases with balanced means.',
      },
    },
    pareto: {
      shape: {
        title: 'Shape',
        help: 'Above 1, or the mean is infinite; the variance is finite above 2.',
      },
    },
    weibull: {
      shape: {
        title: 'Shape',
        help: 'Below 1 long tails, 1 exponential, above 1 narrower.',
      },
    },
  },
  note: {
    id: { title: 'Id', help: 'Unique; a letter, then up to 62 letters, digits, _ or -.' },
    text: { title: 'Text', help: 'What the note says.' },
    view: {
      title: 'Place',
      help: 'Where the note lies on the canvas.',
      x: { title: 'X', help: 'From the left of the canvas, in its own points.' },
      y: { title: 'Y', help: 'From the top of the canvas, in its own points.' },
      width: { title: 'Width', help: 'How wide it is.' },
      height: { title: 'Height', help: 'How high it is.' },
    },
  },
};
