// The managed services that stand in for databases, caches, brokers and stores.
import { tagsOf } from './tags.ts';
import { block, Call, expression as e, type Block, type Body } from '../hcl.ts';
import type { AwsWorkload } from './plan.ts';

const res = (type: string, name: string, body: Body): Block => block('resource', [type, name], body);

export interface BrokerFacts {
  readonly partitions: number;
  readonly maxDeliveries: number;
  /** The key of the queue that takes what could not be delivered. */
  readonly deadLetter: string | null;
  /** The keys of those that take messages of a topic. */
  readonly consumers: readonly string[];
}

export function managedBlocks(one: AwsWorkload, facts: BrokerFacts): readonly Block[] {
  switch (one.managed) {
    case 'rds':
      return database(one);
    case 'elasticache':
      return cache(one);
    case 'sqs':
      return [queue(one, facts)];
    case 'sns':
      return topic(one, facts);
    case 'kinesis':
      return [stream(one, facts)];
    case 's3':
      return bucket(one);
    case null:
      return [];
  }
}

function database({ key, workload }: AwsWorkload): readonly Block[] {
  const isMysql = workload.facts.scheme === 'mysql';
  return [
    res('aws_db_subnet_group', key, [
      ['name_prefix', `${key}-`],
      ['subnet_ids', e('aws_subnet.private[*].id')],
    ]),
    res('aws_db_instance', key, [
      ['identifier_prefix', `${workload.name.slice(0, 30)}-`],
      ['engine', isMysql ? 'mysql' : 'postgres'],
      ['engine_version', isMysql ? '8.0' : '16'],
      ['instance_class', e('var.database_class')],
      ['allocated_storage', Math.max(20, workload.storage?.sizeGiB ?? 20)],
      ['db_name', 'app'],
      ['username', 'app'],
      ['manage_master_user_password', true],
      ['multi_az', workload.replicas > 1],
      ['storage_encrypted', true],
      ['backup_retention_period', 7],
      ['db_subnet_group_name', e(`aws_db_subnet_group.${key}.name`)],
      ['vpc_security_group_ids', [e(`aws_security_group.${key}.id`)]],
      ['final_snapshot_identifier', `${workload.name}-final`],
      tagsOf(workload),
    ]),
  ];
}

function cache({ key, workload }: AwsWorkload): readonly Block[] {
  return [
    res('aws_elasticache_subnet_group', key, [
      ['name', workload.name],
      ['subnet_ids', e('aws_subnet.private[*].id')],
    ]),
    res('aws_elasticache_replication_group', key, [
      ['replication_group_id', `${workload.name.slice(0, 37).replace(/-+$/, '').replace(/-+/g, '-')}`],
      ['description', workload.name],
      ['engine', 'redis'],
      ['node_type', e('var.cache_class')],
      ['num_cache_clusters', Math.max(1, workload.replicas)],
      ['automatic_failover_enabled', workload.replicas > 1],
      ['at_rest_encryption_enabled', true],
      ['transit_encryption_enabled', true],
      ['subnet_group_name', e(`aws_elasticache_subnet_group.${key}.name`)],
      ['security_group_ids', [e(`aws_security_group.${key}.id`)]],
      tagsOf(workload),
    ]),
  ];
}

function queue({ key, workload }: AwsWorkload, { maxDeliveries, deadLetter }: BrokerFacts): Block {
  const redrive = new Call('jsonencode', {
    deadLetterTargetArn: e(`aws_sqs_queue.${deadLetter ?? key}.arn`),
    maxReceiveCount: maxDeliveries,
  });
  return res('aws_sqs_queue', key, [
    ['name', workload.name],
    ['sqs_managed_sse_enabled', true],
    ...(deadLetter === null ? [] : [['redrive_policy', redrive] as const]),
    tagsOf(workload),
  ]);
}

/** Each consumer of a topic has a queue of its own, which only that topic fills. */
function topic({ key, workload }: AwsWorkload, { consumers }: BrokerFacts): readonly Block[] {
  return [
    res('aws_sns_topic', key, [['name', workload.name], tagsOf(workload)]),
    ...consumers.flatMap((consumer) => {
      const name = `${key}-for-${consumer}`;
      return [
        res('aws_sqs_queue', name, [
          ['name_prefix', `${name.slice(0, 50)}-`],
          ['sqs_managed_sse_enabled', true],
        ]),
        res('aws_sqs_queue_policy', name, [
          ['queue_url', e(`aws_sqs_queue.${name}.url`)],
          [
            'policy',
            new Call('jsonencode', {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { Service: 'sns.amazonaws.com' },
                  Action: 'sqs:SendMessage',
                  Resource: e(`aws_sqs_queue.${name}.arn`),
                  Condition: { ArnEquals: { 'aws:SourceArn': e(`aws_sns_topic.${key}.arn`) } },
                },
              ],
            }),
          ],
        ]),
        res('aws_sns_topic_subscription', name, [
          ['topic_arn', e(`aws_sns_topic.${key}.arn`)],
          ['protocol', 'sqs'],
          ['endpoint', e(`aws_sqs_queue.${name}.arn`)],
        ]),
      ];
    }),
  ];
}

function stream({ key, workload }: AwsWorkload, { partitions }: BrokerFacts): Block {
  return res('aws_kinesis_stream', key, [
    ['name', workload.name],
    ['shard_count', partitions],
    ['encryption_type', 'KMS'],
    ['kms_key_id', 'alias/aws/kinesis'],
    tagsOf(workload),
  ]);
}

function bucket({ key, workload }: AwsWorkload): readonly Block[] {
  return [
    res('aws_s3_bucket', key, [['bucket_prefix', `${workload.name.slice(0, 30)}-`], tagsOf(workload)]),
    res('aws_s3_bucket_public_access_block', key, [
      ['bucket', e(`aws_s3_bucket.${key}.id`)],
      ['block_public_acls', true],
      ['block_public_policy', true],
      ['ignore_public_acls', true],
      ['restrict_public_buckets', true],
    ]),
  ];
}
