// Docker Compose: the whole design on one host, in one file of the Compose specification.
import { projectName } from '../../deployment/names.ts';
import { workloads } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Outcome } from '../../model/finding.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { yamlText } from '../yaml.ts';
import { composeNotes } from './notes.ts';
import { project } from './project.ts';

export const compose: Exporter = {
  id: 'compose',
  title: 'Docker Compose',
  description: 'One Compose file: services with health checks and start order, networks, volumes, secrets',
  fileName: 'compose.yaml',
  stream: null,
  options: [
    {
      key: 'profiles',
      title: 'Profiles',
      help: 'Puts observability and scheduled tasks under profiles of these names, so that they start only when asked for.',
      type: 'switch',
      default: true,
    },
    {
      key: 'exposePorts',
      title: 'Published ports',
      help: 'Whose ports the host publishes: what is called from outside, everything, or nothing.',
      type: 'choice',
      choices: ['exposed', 'all', 'none'],
      default: 'exposed',
    },
    {
      key: 'secretsFrom',
      title: 'Secrets from',
      help: 'Where Compose finds the values of secrets: variables of its environment, or files in the folder secrets.',
      type: 'choice',
      choices: ['environment', 'file'],
      default: 'environment',
    },
  ],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const deployed = workloads(design);
  if (!deployed.ok) return fail(deployed.findings);
  if (deployed.value.length === 0) return succeed([], deployed.notes);
  const made = project(design, deployed.value, {
    name: projectName(design),
    hasProfiles: options.profiles === true,
    exposePorts: String(options.exposePorts),
    secretsFrom: options.secretsFrom === 'file' ? 'file' : 'environment',
  });
  return succeed(
    [{ path: 'compose.yaml', text: yamlText(made.file) }],
    [...deployed.notes, ...made.findings, ...composeNotes(design, deployed.value, made)],
  );
}
