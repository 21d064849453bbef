// Load tests: a scenario's arrivals as scripts for k6 and Locust, with the objectives as what decides.
import { chooseScenario } from '../../analysis/choose-scenario.ts';
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { k6Script } from './k6.ts';
import { locustFile } from './locust.ts';
import { k6Notes, planNotes } from './notes.ts';
import { planOf } from './plan.ts';
import { readme } from './readme.ts';

const TOOLS = ['k6', 'locust', 'both'] as const;

export const loadtest: Exporter = {
  id: 'loadtest',
  title: 'Load test (k6, Locust)',
  description: 'Scripts that send the arrivals of a scenario and hold the objectives',
  fileName: 'loadtest.zip',
  stream: null,
  options: [
    {
      key: 'tool',
      title: 'Tool',
      help: 'The load generator that the script is for, or both.',
      type: 'choice',
      choices: TOOLS,
      default: 'both',
    },
    {
      key: 'scenario',
      title: 'Scenario',
      help: 'The id of the scenario whose arrivals are sent; the first unless given.',
      type: 'text',
      default: '',
    },
  ],
  run: (design, { tool, scenario }) => {
    if (design.scenarios === undefined || design.scenarios.length === 0) return succeed([]);
    const chosen = chooseScenario(design, typeof scenario === 'string' && scenario !== '' ? scenario : undefined);
    if (!chosen.ok) return chosen;
    const { plan, notes } = planOf(design, chosen.value);
    if (plan.streams.length === 0) return succeed([]);
    const tools = tool === 'both' ? ['k6', 'locust'] : [String(tool)];
    const isFor = (name: string): boolean => tools.includes(name);
    return succeed(
      [
        { path: 'README.md', text: readme(design, plan, tools) },
        ...(isFor('k6') ? [{ path: 'loadtest.js', text: k6Script(plan) }] : []),
        ...(isFor('locust') ? [{ path: 'locustfile.py', text: locustFile(plan) }] : []),
      ],
      [...notes, ...planNotes(chosen.value), ...(isFor('k6') ? k6Notes(chosen.value.id, plan) : [])],
    );
  },
};
