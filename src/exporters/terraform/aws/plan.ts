// Which workload becomes what on AWS: a managed service where there is one for its purpose, else a task of Fargate.
import type { DeployedComponent } from '../../../deployment/workload.ts';

export type Managed = 'rds' | 'elasticache' | 'sqs' | 'sns' | 'kinesis' | 's3';

export interface AwsWorkload {
  readonly workload: DeployedComponent;
  /** Null: it runs as containers on Fargate. */
  readonly managed: Managed | null;
  /** Names of resources hold no `-`, so that they read as one word in expressions. */
  readonly key: string;
  /** Topics: the keys of those that take its messages. */
  readonly consumers?: readonly string[];
}

const BY_PURPOSE: Readonly<Record<string, { readonly managed: Managed; readonly schemes?: readonly string[] }>> = {
  sql: { managed: 'rds', schemes: ['postgresql', 'mysql'] },
  cache: { managed: 'elasticache', schemes: ['redis'] },
  queue: { managed: 'sqs' },
  topic: { managed: 'sns' },
  stream: { managed: 'kinesis' },
  objects: { managed: 's3' },
};

export function awsWorkload(workload: DeployedComponent): AwsWorkload {
  const known = BY_PURPOSE[workload.kind.workload?.purpose ?? ''];
  const fits = known !== undefined && (known.schemes?.includes(workload.facts.scheme) ?? true);
  return { workload, managed: fits ? known.managed : null, key: workload.name.replaceAll('-', '_') };
}

/** Reached over the network of the design, so that a security group guards it. */
export function isGuarded({ managed }: AwsWorkload): boolean {
  return managed === null || managed === 'rds' || managed === 'elasticache';
}

export function portOf({ workload, managed }: AwsWorkload): number {
  if (managed === 'elasticache') return 6379;
  if (managed === 'rds') return workload.facts.scheme === 'mysql' ? 3306 : 5432;
  return workload.port;
}

/** The address that a caller is told, as an expression of Terraform; a consumer of a topic has a queue of its own. */
export function addressOf(called: AwsWorkload, url: string, caller: AwsWorkload): string {
  const { key, managed, workload } = called;
  switch (managed) {
    case 'rds':
      return `"${workload.facts.scheme}://\${aws_db_instance.${key}.endpoint}/app"`;
    case 'elasticache':
      return `"rediss://\${aws_elasticache_replication_group.${key}.primary_endpoint_address}:6379"`;
    case 'sqs':
      return `aws_sqs_queue.${key}.url`;
    case 'sns':
      return called.consumers?.includes(caller.key)
        ? `aws_sqs_queue.${key}-for-${caller.key}.url`
        : `aws_sns_topic.${key}.arn`;
    case 'kinesis':
      return `aws_kinesis_stream.${key}.name`;
    case 's3':
      return `aws_s3_bucket.${key}.bucket`;
    case null:
      return `"${url.replace(`://${workload.name}:`, `://${workload.name}.\${aws_service_discovery_private_dns_namespace.design.name}:`)}"`;
  }
}
