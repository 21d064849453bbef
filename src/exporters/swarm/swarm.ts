// Docker Swarm: the design as a stack over several hosts.
import { projectName } from '../../deployment/names.ts';
import { workloads } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Outcome } from '../../model/finding.ts';
import { yamlText } from '../yaml.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { swarmNotes } from './notes.ts';
import { stack } from './stack.ts';

export const swarm: Exporter = {
  id: 'swarm',
  title: 'Docker Swarm',
  description: 'A stack file: replicas, rolling updates, placement, external secrets, overlay networks',
  fileName: 'stack.yaml',
  stream: null,
  options: [
    {
      key: 'exposePorts',
      title: 'Published ports',
      help: 'Whose ports the swarm publishes: what is called from outside, everything, or nothing.',
      type: 'choice',
      choices: ['exposed', 'all', 'none'],
      default: 'exposed',
    },
    {
      key: 'zoneLabel',
      title: 'Zone label',
      help: 'The label of a node that names its zone; empty lets everything run anywhere.',
      type: 'text',
      default: 'zone',
    },
  ],
  run,
};

const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const zoneLabel = typeof options.zoneLabel === 'string' ? options.zoneLabel.trim() : '';
  if (zoneLabel !== '' && !LABEL.test(zoneLabel)) return fail([badLabel(zoneLabel)]);
  const deployed = workloads(design);
  if (!deployed.ok) return fail(deployed.findings);
  if (deployed.value.length === 0) return succeed([], deployed.notes);
  const settings = { name: projectName(design), exposePorts: String(options.exposePorts), zoneLabel };
  const made = stack(design, deployed.value, settings);
  return succeed(
    [{ path: 'stack.yaml', text: yamlText(made.file) }, ...made.configFiles],
    [...deployed.notes, ...made.findings, ...swarmNotes(design, deployed.value, made)],
  );
}

function badLabel(label: string) {
  return {
    rule: 'bad-option',
    severity: 'error' as const,
    path: 'options.zoneLabel',
    message: `"${label}" cannot be the label of a node`,
    mend: 'Use letters, digits, -, _ and ., beginning and ending with a letter or digit.',
  };
}
