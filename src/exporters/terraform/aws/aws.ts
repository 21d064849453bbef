// The files of a Terraform module for AWS: Fargate for what is ours, managed services for databases, caches, brokers.
import { projectName } from '../../../deployment/names.ts';
import { workloads } from '../../../deployment/workload.ts';
import type { Design } from '../../../model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../../../model/finding.ts';
import type { ExportOptions } from '../../exporter.ts';
import { block, expression as e, type Block } from '../hcl.ts';
import { output, variable, versions, type TerraformFile } from '../module.ts';
import { changedTexts } from '../texts.ts';
import { brokerFacts } from './brokers.ts';
import { fargateBlocks, type AwsAround } from './fargate.ts';
import { managedBlocks } from './managed.ts';
import { securityGroups, vpc } from './network.ts';
import { awsNotes } from './notes.ts';
import { awsWorkload, type AwsWorkload } from './plan.ts';

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const HTTP_PORT = 80;
const NEXT_PORT = 8000;

export function awsFiles(design: Design, options: ExportOptions): Outcome<readonly TerraformFile[]> {
  const region = typeof options.region === 'string' ? options.region.trim() : '';
  if (!REGION.test(region)) return fail([badRegion(region)]);
  const deployed = workloads(design);
  if (!deployed.ok) return fail(deployed.findings);
  if (deployed.value.length === 0) return succeed([], deployed.notes);
  const facts = brokerFacts(design, deployed.value);
  const all = deployed.value.map((workload) => ({
    ...awsWorkload(workload),
    consumers: facts.get(workload.id)?.consumers ?? [],
  }));
  const project = projectName(design).slice(0, 30).replace(/-+$/, '');
  const exposed = all.filter(isEntry);
  const around: AwsAround = {
    project,
    byId: new Map(all.map((one) => [one.workload.id, one])),
    entries: new Map(exposed.map(({ workload }, at) => [workload.id, at === 0 ? HTTP_PORT : NEXT_PORT + at])),
  };
  return succeed(
    [
      { path: 'versions.tf', blocks: versions('aws', 'hashicorp/aws', '~> 5.80', [['region', e('var.region')]]) },
      { path: 'variables.tf', blocks: variables(region, all) },
      { path: 'network.tf', blocks: vpc(project) },
      { path: 'security.tf', blocks: securityGroups(all, exposed) },
      { path: 'cluster.tf', blocks: cluster(project, exposed.length > 0) },
      ...all.map((one) => ({
        path: `component-${one.workload.name}.tf`,
        blocks:
          one.managed === null
            ? fargateBlocks(one, around)
            : managedBlocks(one, facts.get(one.workload.id) ?? NO_BROKER),
      })),
      { path: 'outputs.tf', blocks: outputs(exposed.length > 0) },
    ],
    [...deployed.notes, ...awsNotes(design, all, around), ...changedTexts(design)],
  );
}

const NO_BROKER = { partitions: 1, maxDeliveries: 1, deadLetter: null, consumers: [] };

function isEntry({ workload, managed }: AwsWorkload): boolean {
  return managed === null && workload.isExposed && workload.type !== 'scheduled' && workload.facts.scheme === 'http';
}

function variables(region: string, all: readonly AwsWorkload[]): readonly Block[] {
  const has = (managed: string) => all.some((one) => one.managed === managed);
  return [
    variable('region', 'Region of AWS that everything lies in', region),
    ...(has('rds') ? [variable('database_class', 'Size of the instances of databases', 'db.t4g.medium')] : []),
    ...(has('elasticache') ? [variable('cache_class', 'Size of the nodes of caches', 'cache.t4g.small')] : []),
  ];
}

function cluster(project: string, hasEntry: boolean): readonly Block[] {
  return [
    block('resource', ['aws_ecs_cluster', 'design'], [['name', project]]),
    block(
      'resource',
      ['aws_service_discovery_private_dns_namespace', 'design'],
      [
        ['name', `${project}.internal`],
        ['vpc', e('aws_vpc.design.id')],
      ],
    ),
    ...(hasEntry
      ? [
          block(
            'resource',
            ['aws_lb', 'design'],
            [
              ['load_balancer_type', 'application'],
              ['subnets', e('aws_subnet.public[*].id')],
              ['security_groups', [e('aws_security_group.load-balancer-of-design.id')]],
            ],
          ),
        ]
      : []),
  ];
}

function outputs(hasEntry: boolean): readonly Block[] {
  return [
    output('cluster', 'The cluster that tasks run in', e('aws_ecs_cluster.design.name')),
    ...(hasEntry ? [output('address', 'Where it is reachable from outside', e('aws_lb.design.dns_name'))] : []),
  ];
}

function badRegion(region: string): Finding {
  return {
    rule: 'bad-option',
    severity: 'error',
    path: 'options.region',
    message: `"${region}" is no name of a region of AWS`,
    mend: 'Write it as eu-central-1.',
  };
}
