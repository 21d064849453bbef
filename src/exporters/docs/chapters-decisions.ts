// Decisions that the design shows, as records in the form of MADR.
import { kindByKey } from '../../catalogue/index.ts';
import type { Design } from '../../model/design.ts';
import { inline } from '../markdown.ts';

interface Decision {
  readonly title: string;
  readonly problem: string;
  readonly options: readonly string[];
  readonly chosen: string;
  readonly consequence: string;
}

export function decisions(design: Design): string {
  return [...pattern(design), ...components(design), ...connections(design)].map(record).join('\n');
}

function record({ title, problem, options, chosen, consequence }: Decision): string {
  return [
    `## ${title}\n`,
    `Status: accepted\n`,
    `### Context and problem statement\n\n${problem}\n`,
    `### Considered options\n\n${options.map((option) => `- ${option}`).join('\n')}\n`,
    `### Decision outcome\n\nChosen: ${chosen}. ${consequence}\n`,
  ].join('\n');
}

function pattern(design: Design): Decision[] {
  return [
    {
      title: 'Pattern of the architecture',
      problem: 'How are the parts cut and joined?',
      options: ['layered', 'microservices', 'event-driven', 'modular', 'mixed'],
      chosen: design.pattern ?? 'mixed',
      consequence: 'The building blocks follow it.',
    },
  ];
}

function components({ components: all }: Design): Decision[] {
  return all.flatMap((one) => {
    const { id, hitRatio, rollout, delivery, kind } = one;
    const name = inline(one.name ?? '') || id;
    const found: Decision[] = [];
    if (kindByKey(kind)?.behaviour.station === 'broker')
      found.push({
        title: `Delivery of ${name}`,
        problem: 'Who gets a message?',
        options: ['compete: one consumer', 'broadcast: every consumer'],
        chosen: delivery ?? kindByKey(kind)?.behaviour.delivery ?? 'compete',
        consequence:
          (one.maxDeliveries ?? 1) === 1
            ? 'A message is delivered once; what fails is not tried again.'
            : `A message that fails is delivered up to ${one.maxDeliveries ?? 1} times.`,
      });
    if (hitRatio !== undefined)
      found.push({
        title: `Cache ${name}`,
        problem: 'How is the load on what lies behind kept low?',
        options: ['cache', 'no cache'],
        chosen: 'cache',
        consequence: `It is expected to answer a share of ${hitRatio} by itself; what it answers may be stale.`,
      });
    if (rollout !== undefined)
      found.push({
        title: `Rollout of ${name}`,
        problem: 'How does a new version take over?',
        options: ['rolling', 'blue-green', 'canary', 'recreate'],
        chosen: rollout.strategy,
        consequence: 'Deployment files carry this strategy.',
      });
    return found;
  });
}

function connections({ connections: all = [] }: Design): Decision[] {
  return all.flatMap(({ id, circuitBreaker }) =>
    circuitBreaker === undefined
      ? []
      : [
          {
            title: `Circuit breaker on ${id}`,
            problem: 'What happens to callers while the callee fails?',
            options: ['circuit breaker', 'timeouts alone'],
            chosen: 'circuit breaker',
            consequence: `It opens at a failure rate of ${circuitBreaker.failureRate ?? 0.5} for ${circuitBreaker.openS ?? 5} s; calls fail at once meanwhile.`,
          },
        ],
  );
}
