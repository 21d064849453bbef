// What a person reads first: of the project, and of each service.
import type { Design } from '../../model/design.ts';
import type { ExportFile } from '../exporter.ts';
import { languages } from './languages/index.ts';
import { markdownText as plain } from './literals.ts';
import { NO_LIMIT, type CallDescription, type ServiceDescription } from './service.ts';

/** Of the whole project. */
export function projectReadme(design: Design, services: readonly ServiceDescription[]): ExportFile {
  const rows = services.map(
    ({ title, folder, language, scheduled, port }) =>
      `| ${plain(title)} | [modules/${folder}](modules/${folder}/README.md) | ${language} | ${scheduled ? 'runs and ends' : port} |`,
  );
  const lines = [
    `# ${plain(design.name) || 'Services'}`,
    '',
    ...(design.description ? [plain(design.description), ''] : []),
    '| service | module | language | port |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '`sh scripts/deploy.sh` builds the image of every service and runs them with `compose.yaml`; with `REGISTRY` set it',
    'pushes them there instead. Secrets are named only: give their values through the environment.',
    '',
    'Each service answers `POST /requests`: it does its own work (`handler`), calls what its connections say, and sends',
    'its messages. Timeouts, retries, breakers and limits stand in its settings, as the design has them. Messages go over',
    'streams of Redis (7 or newer, `XADD`, `XREADGROUP`) at least once, so that a message may come twice.',
    '',
  ];
  return { path: 'README.md', text: lines.join('\n') };
}

/** Of one service; `titles` by component id. */
export function moduleReadme(
  service: ServiceDescription,
  design: Design,
  titles: ReadonlyMap<string, string>,
): ExportFile {
  const ends = new Map((design.connections ?? []).map(({ id, from, to }) => [id, { from, to }]));
  const nameOf = (id: string | undefined): string => plain(titles.get(id ?? '') ?? id ?? '');
  const { start, test } = languages[service.language].commands(service);
  const lines = [
    `# ${plain(service.title)}`,
    '',
    ...(service.component.description ? [plain(service.component.description), ''] : []),
    service.scheduled
      ? 'Runs once and ends.'
      : `Listens on port ${service.port}; its health is at \`${service.healthPath}\`.`,
    '',
    `- Start: \`${start}\``,
    `- Test: \`${test}\``,
    ...(service.secrets.length > 0
      ? [`- Secrets, by name: ${service.secrets.map((name) => `\`${name}\``).join(', ')}`]
      : []),
    '',
    ...table(
      '| calls | connection | address in | policies |',
      service.calls.map(
        (call) => `| ${nameOf(ends.get(call.id)?.to)} | \`${call.id}\` | \`${call.variable}\` | ${policiesOf(call)} |`,
      ),
    ),
    ...table(
      '| sends messages to | connection | address in | stream |',
      service.producers.map(
        ({ id, variable, channel }) => `| ${nameOf(ends.get(id)?.to)} | \`${id}\` | \`${variable}\` | ${channel} |`,
      ),
    ),
    ...table(
      '| takes messages of | connection | address in | stream and group |',
      service.consumers.map(
        ({ id, variable, channel, group }) =>
          `| ${nameOf(ends.get(id)?.from)} | \`${id}\` | \`${variable}\` | ${channel}, ${group} |`,
      ),
    ),
  ];
  return { path: `modules/${service.folder}/README.md`, text: `${lines.join('\n').trimEnd()}\n` };
}

function table(head: string, rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [head, '| --- | --- | --- | --- |', ...rows, ''];
}

function policiesOf(call: CallDescription): string {
  const parts = [
    ...(call.waits ? [] : ['nobody waits']),
    ...(call.timeoutMs === NO_LIMIT ? [] : [`timeout ${call.timeoutMs} ms`]),
    ...(call.attempts > 1
      ? [`${call.attempts} tries, ${call.backoffMs} ms × ${call.multiplier}, jitter ${call.jitter}`]
      : []),
    ...(call.budgetRatio === NO_LIMIT ? [] : [`retry budget ${call.budgetRatio}`]),
    ...(call.breaker === null ? [] : [`breaker at ${call.breaker.failureRate} of ${call.breaker.minimumCalls}`]),
    ...(call.ratePerSecond === NO_LIMIT ? [] : [`${call.ratePerSecond} per second`]),
    ...(call.bulkhead === NO_LIMIT ? [] : [`${call.bulkhead} at once`]),
    ...(call.optional ? ['optional'] : []),
  ];
  return parts.join('; ');
}
