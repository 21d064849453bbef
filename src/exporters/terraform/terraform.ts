// Terraform: the design as resources of a Kubernetes cluster, or of AWS.
import type { Design } from '../../model/design.ts';
import { succeed, type Outcome } from '../../model/finding.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { awsFiles } from './aws/aws.ts';
import { kubernetesFiles } from './kubernetes-files.ts';
import { toHcl } from './hcl.ts';

export const terraform: Exporter = {
  id: 'terraform',
  title: 'Terraform',
  description: 'Resources with variables and outputs, for a Kubernetes cluster or for AWS with its managed services',
  fileName: 'terraform',
  stream: null,
  options: [
    {
      key: 'cloud',
      title: 'Cloud',
      help: 'Where it runs: in a Kubernetes cluster, or on AWS (Fargate and managed databases, caches and brokers).',
      type: 'choice',
      choices: ['kubernetes', 'aws'],
      default: 'kubernetes',
    },
    {
      key: 'ingressHost',
      title: 'Ingress host',
      help: 'The host under which what is called from outside is reachable; empty makes no Ingress.',
      type: 'text',
      default: '',
    },
    {
      key: 'region',
      title: 'AWS region',
      help: 'The region that the variable of that name starts with.',
      type: 'text',
      default: 'eu-central-1',
    },
  ],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const made = options.cloud === 'aws' ? awsFiles(design, options) : kubernetesFiles(design, options);
  if (!made.ok) return made;
  const files = made.value.filter(({ blocks }) => blocks.length > 0);
  return succeed(
    files.map(({ path, blocks }) => ({ path, text: toHcl(blocks) })),
    made.notes,
  );
}
