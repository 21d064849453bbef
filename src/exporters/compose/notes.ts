// What Compose takes otherwise than the design says it, and what must be there before it starts.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import * as notes from '../containers/notes.ts';
import { secretFiles } from '../containers/secret-notes.ts';
import type { ComposeProject } from './project.ts';

const FORMAT = 'Compose';

export function composeNotes(
  design: Design,
  workloads: readonly DeployedComponent[],
  { checked, secrets, file }: ComposeProject,
): Finding[] {
  const fromFile = 'secrets' in file;
  return [
    ...notes.lostAutoscaling(workloads, FORMAT),
    ...notes.lostSchedules(workloads, FORMAT),
    ...notes.lostRollouts(design, workloads, FORMAT, ['recreate'], 'its containers are replaced at once'),
    ...notes.replicatedState(workloads, true),
    ...notes.lostGroups(design, FORMAT, ['zone', 'namespace']),
    ...notes.lostPolicies(design, workloads, FORMAT),
    ...notes.healthTools(workloads, checked),
    ...(fromFile ? secretFiles(workloads) : []),
    ...secretsNeeded(
      secrets.map(({ source }) => source),
      fromFile,
    ),
  ];
}

function secretsNeeded(sources: readonly string[], fromFile: boolean): Finding[] {
  if (sources.length === 0) return [];
  return [
    {
      rule: 'secret-values',
      severity: 'advice',
      path: 'components',
      message: `the values of secrets are not in the export: ${sources.join(', ')}`,
      mend: fromFile
        ? 'Write each into the file of that name in the folder secrets beside the Compose file.'
        : 'Set each as a variable of the environment, or in a file named .env that is kept out of version control.',
    },
  ];
}
