// How to run the load test, and what it sends where.
import type { Design } from '../../model/design.ts';
import { inline, list, table } from '../markdown.ts';
import type { LoadPlan } from './plan.ts';

export function readme(design: Design, plan: LoadPlan, tools: readonly string[]): string {
  const commands: Readonly<Record<string, string>> = {
    k6: '`BASE_URL=https://staging.example.com k6 run loadtest.js`',
    locust:
      '`BASE_URL=https://staging.example.com locust -f locustfile.py --headless --users 1 --only-summary` (Locust 2.20 or later)',
  };
  const streams = plan.streams.map(({ name, method, path, arrivals }) => [
    name,
    method,
    inline(path),
    arrivals.process,
  ]);
  const goals = plan.goals.map(({ id, figure, at, bound, value }) => [id, figure, at ?? 'all', bound, String(value)]);
  return [
    `# Load test of ${inline(design.name) || 'the design'}\n`,
    list(tools.map((tool) => commands[tool] ?? tool)),
    `It takes ${plan.durationS} s. The exit code is not 0 where an objective is missed. Paths come from the labels of the connections where these are paths such as \`POST /orders\`; correct the others in the script.\n`,
    '## Requests\n',
    table(['Stream', 'Method', 'Path', 'Arrivals'], streams),
    ...(goals.length > 0 ? ['## Objectives\n', table(['Objective', 'Figure', 'At', 'Bound', 'Value'], goals)] : []),
    '## System under test\n',
    list(design.components.map(({ id, name }) => `${id}: ${inline(name ?? id) || id}`)),
  ].join('\n');
}
