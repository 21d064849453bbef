// Whether an image reads a secret that lies in a file.
import { readsSecretFiles } from '../../deployment/secrets.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Finding } from '../../model/finding.ts';

/** A warning where it is known not to, advice where nobody knows. */
export function secretFiles(workloads: readonly DeployedComponent[]): Finding[] {
  return workloads.flatMap((workload) => {
    const reads = readsSecretFiles(workload);
    if (workload.secrets.length === 0 || reads === 'yes') return [];
    const { id, image, secrets } = workload;
    const files = secrets.map((secret) => `${secret}_FILE`).join(', ');
    return [
      {
        rule: 'secret-file-not-read',
        severity: reads === 'no' ? ('warning' as const) : ('advice' as const),
        path: `components.${id}.runtime.secrets`,
        message:
          reads === 'no'
            ? `${image} does not read the secrets of ${id} from files`
            : `the image of ${id} must read its secrets from the files that these name: ${files}`,
        mend: 'Wrap its start in a script that exports the content of each file as the variable.',
      },
    ];
  });
}
