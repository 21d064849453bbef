// What AWS takes otherwise than the design says it.
import type { Design } from '../../../model/design.ts';
import type { Finding } from '../../../model/finding.ts';
import { lostGroups, lostPolicies, lostRollouts } from '../../containers/notes.ts';
import { scalingMetric, type AwsAround } from './fargate.ts';
import { taskSize } from './sizes.ts';
import type { AwsWorkload } from './plan.ts';

const FORMAT = 'The export to AWS';
const SPOKEN: Readonly<Record<string, string>> = { sqs: 'SQS', sns: 'SNS', kinesis: 'Kinesis', s3: 'S3' };

export function awsNotes(design: Design, all: readonly AwsWorkload[], around: AwsAround): Finding[] {
  const workloads = all.filter(({ managed }) => managed === null).map(({ workload }) => workload);
  return [
    ...all.flatMap((one) => [
      ...otherProtocol(one),
      ...managedPassword(one),
      ...lostStorage(one),
      ...lostScaling(one, around),
      ...tooLarge(one),
      ...notReachable(one, around),
      ...secretsNeeded(one, around),
    ]),
    ...lostSettings(design, all),
    ...plainHttp(around),
    ...lostRollouts(design, workloads, FORMAT, ['rolling', 'recreate'], 'its tasks are replaced one after the other'),
    ...lostGroups(design, FORMAT, ['zone', 'namespace']),
    ...lostPolicies(design, workloads, FORMAT),
  ];
}

function note(
  one: AwsWorkload,
  severity: 'warning' | 'advice',
  below: string,
  rest: Omit<Finding, 'severity' | 'path'>,
) {
  return { ...rest, severity, path: `components.${one.workload.id}${below}` };
}

function otherProtocol(one: AwsWorkload): Finding[] {
  const api = SPOKEN[one.managed ?? ''];
  if (api === undefined) return [];
  const { id } = one.workload;
  const message = `${id} becomes ${api}, whose callers speak the API of AWS and get rights instead of a password`;
  return [note(one, 'warning', '', { rule: 'managed-service', message, mend: 'Use the SDK of AWS in the callers.' })];
}

/** What a managed service takes from variables of the module, or decides by itself. */
function lostSettings(design: Design, all: readonly AwsWorkload[]): Finding[] {
  const components = new Map(design.components.map((component) => [component.id, component]));
  return all.flatMap((one) => {
    const { resources, runtime } = components.get(one.workload.id) ?? {};
    const { image, env } = runtime ?? {};
    const lost = Object.entries({ resources, image, env }).filter(([, value]) => value !== undefined);
    if (one.managed === null || lost.length === 0) return [];
    const keys = lost.map(([key]) => key).join(', ');
    const message = `${one.workload.id} is a managed service, so that these of its settings are left out: ${keys}`;
    const mend = 'Set the sizes by the variables of the module.';
    return [note(one, 'warning', '', { rule: 'settings-not-expressed', message, mend })];
  });
}

function managedPassword(one: AwsWorkload): Finding[] {
  if (one.managed !== 'rds') return [];
  const message = `AWS makes the password of ${one.workload.id} and keeps it in Secrets Manager`;
  const mend = 'Let the secrets of its callers hold the same password, or read it from there.';
  return [note(one, 'advice', '', { rule: 'managed-password', message, mend })];
}

function lostStorage(one: AwsWorkload): Finding[] {
  if (one.managed !== null || one.workload.type !== 'stateful') return [];
  const message = `the data of ${one.workload.id} lies in its task and is lost with it`;
  const mend = 'Put a volume of EFS behind it, or use a managed service.';
  return [note(one, 'warning', '', { rule: 'storage-not-kept', message, mend })];
}

function lostScaling(one: AwsWorkload, { entries }: AwsAround): Finding[] {
  const { autoscale, id, type } = one.workload;
  if (autoscale === null) return [];
  if (one.managed === null && type !== 'scheduled' && scalingMetric(one, entries) !== null) return [];
  const message = `ECS cannot scale ${id} by its ${autoscale.metric}, so its number stays`;
  const mend = 'Scale it by utilisation, or by a metric of your own in CloudWatch.';
  return [note(one, 'warning', '.autoscale', { rule: 'autoscale-not-expressed', message, mend })];
}

function tooLarge(one: AwsWorkload): Finding[] {
  if (one.managed !== null || taskSize(one.workload.resources).isEnough) return [];
  const message = `no task of Fargate is as large as ${one.workload.id} is to be`;
  const mend = 'Use more and smaller replicas.';
  return [note(one, 'warning', '.resources', { rule: 'task-too-large', message, mend })];
}

function notReachable(one: AwsWorkload, { entries }: AwsAround): Finding[] {
  const { id, isExposed, type } = one.workload;
  if (!isExposed || type === 'scheduled' || entries.has(id)) return [];
  const message = `${id} is called from outside, but the load balancer carries HTTP to tasks only`;
  return [note(one, 'warning', '', { rule: 'not-reachable', message, mend: 'Let a gateway take those calls.' })];
}

function secretsNeeded(one: AwsWorkload, { project }: AwsAround): Finding[] {
  const { id, name, secrets } = one.workload;
  if (one.managed !== null || secrets.length === 0) return [];
  const names = secrets.map((secret) => `${project}/${name}/${secret}`).join(', ');
  const message = `${id} reads secrets that must be in Secrets Manager: ${names}`;
  return [
    note(one, 'advice', '.runtime.secrets', {
      rule: 'secret-values',
      message,
      mend: 'Make each before: aws secretsmanager create-secret --name NAME',
    }),
  ];
}

function plainHttp({ entries }: AwsAround): Finding[] {
  if (entries.size === 0) return [];
  return [
    {
      rule: 'plain-http',
      severity: 'advice',
      path: 'components',
      message: 'the load balancer speaks HTTP without TLS, since the design names no certificate',
      mend: 'Give its listeners a certificate of ACM and the protocol HTTPS.',
    },
  ];
}
