// A workload as containers on ECS Fargate: its size, its rights, its service, its way in, its autoscaling.
import { healthCommand } from '../../../deployment/health.ts';
import { block, Call, expression as e, type Block, type Body, type Value } from '../hcl.ts';
import { addressOf, type AwsWorkload } from './plan.ts';
import { taskSize } from './sizes.ts';
import { tagsOf } from './tags.ts';

const res = (type: string, name: string, body: Body): Block => block('resource', [type, name], body);
const policy = (statements: readonly Value[]): Call =>
  new Call('jsonencode', { Version: '2012-10-17', Statement: statements });

export interface AwsAround {
  readonly project: string;
  readonly byId: ReadonlyMap<string, AwsWorkload>;
  /** Component id to the port of the load balancer that leads to it. */
  readonly entries: ReadonlyMap<string, number>;
}

export function fargateBlocks(one: AwsWorkload, around: AwsAround): readonly Block[] {
  const isScheduled = one.workload.type === 'scheduled';
  return [
    ...one.workload.secrets.map((secret) => secretData(one, secret, around)),
    res('aws_cloudwatch_log_group', one.key, [
      ['name', `/ecs/${around.project}/${one.workload.name}`],
      ['retention_in_days', 30],
    ]),
    ...rights(one, around),
    taskDefinition(one, around),
    ...(isScheduled
      ? schedule(one)
      : [...discovery(one), ...entry(one, around), service(one, around), ...scaling(one, around)]),
  ];
}

/** Two of them differ in case at most, which AWS tells apart and Terraform too. */
function secretKey({ key }: AwsWorkload, secret: string): string {
  return `${key}-${[...secret].map((sign) => (/\w/.test(sign) ? sign : `_x${sign.charCodeAt(0).toString(16)}_`)).join('')}`;
}

function secretData(one: AwsWorkload, secret: string, { project }: AwsAround): Block {
  return block(
    'data',
    ['aws_secretsmanager_secret', secretKey(one, secret)],
    [['name', `${project}/${one.workload.name}/${secret}`]],
  );
}

const assumedBy = (service: string): Call =>
  policy([{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }]);

/** What starts the task may read its secrets; the task itself may use what it is connected to, and nothing else. */
function rights(one: AwsWorkload, around: AwsAround): readonly Block[] {
  const { key, workload } = one;
  const secrets = workload.secrets.map((secret) => e(`data.aws_secretsmanager_secret.${secretKey(one, secret)}.arn`));
  const uses = workload.calls.flatMap(({ to }) => statement(around.byId.get(to), key));
  return [
    res('aws_iam_role', `${key}-start`, [['assume_role_policy', assumedBy('ecs-tasks.amazonaws.com')]]),
    res('aws_iam_role_policy_attachment', `${key}-start`, [
      ['role', e(`aws_iam_role.${key}-start.name`)],
      ['policy_arn', 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
    ]),
    ...(secrets.length === 0
      ? []
      : [
          res('aws_iam_role_policy', `${key}-start`, [
            ['role', e(`aws_iam_role.${key}-start.id`)],
            ['policy', policy([{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secrets }])],
          ]),
        ]),
    res('aws_iam_role', `${key}-task`, [['assume_role_policy', assumedBy('ecs-tasks.amazonaws.com')]]),
    ...(uses.length === 0
      ? []
      : [
          res('aws_iam_role_policy', `${key}-task`, [
            ['role', e(`aws_iam_role.${key}-task.id`)],
            ['policy', policy(uses)],
          ]),
        ]),
  ];
}

const TAKE = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'];

function statement(called: AwsWorkload | undefined, caller: string): Value[] {
  if (called === undefined) return [];
  const allow = (Action: readonly string[], ...Resource: readonly Value[]): Value => ({
    Effect: 'Allow',
    Action,
    Resource,
  });
  const { key, workload } = called;
  const takes = workload.kind.behaviour.station === 'broker';
  switch (called.managed) {
    case 'sqs':
      return [allow(['sqs:SendMessage', ...TAKE], e(`aws_sqs_queue.${key}.arn`))];
    case 'sns':
      return [
        allow(['sns:Publish'], e(`aws_sns_topic.${key}.arn`)),
        ...(takes && called.consumers?.includes(caller)
          ? [allow(TAKE, e(`aws_sqs_queue.${key}-for-${caller}.arn`))]
          : []),
      ];
    case 'kinesis':
      return [
        allow(
          [
            'kinesis:PutRecord',
            'kinesis:PutRecords',
            'kinesis:GetRecords',
            'kinesis:GetShardIterator',
            'kinesis:ListShards',
          ],
          e(`aws_kinesis_stream.${key}.arn`),
        ),
      ];
    case 's3':
      return [
        allow(['s3:ListBucket'], e(`aws_s3_bucket.${key}.arn`)),
        allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], e(`"\${aws_s3_bucket.${key}.arn}/*"`)),
      ];
    default:
      return [];
  }
}

function taskDefinition(one: AwsWorkload, around: AwsAround): Block {
  const { key, workload } = one;
  const size = taskSize(workload.resources);
  return res('aws_ecs_task_definition', key, [
    ['family', `${around.project}-${workload.name}`],
    ['requires_compatibilities', ['FARGATE']],
    ['network_mode', 'awsvpc'],
    ['cpu', size.cpu],
    ['memory', size.memoryMiB],
    ['execution_role_arn', e(`aws_iam_role.${key}-start.arn`)],
    ['task_role_arn', e(`aws_iam_role.${key}-task.arn`)],
    ['container_definitions', new Call('jsonencode', [container(one, around)])],
    tagsOf(workload),
  ]);
}

function container(one: AwsWorkload, around: AwsAround): Value {
  const { workload, key } = one;
  const check = healthCommand(workload);
  const isListening = workload.type !== 'scheduled';
  return {
    name: workload.name,
    image: workload.image,
    essential: true,
    ...(workload.args.length === 0 ? {} : { command: workload.args }),
    user: `${workload.facts.user}:${workload.facts.group}`,
    linuxParameters: { initProcessEnabled: true },
    ...(isListening ? { portMappings: [{ containerPort: workload.port, protocol: 'tcp' }] } : {}),
    environment: environment(one, around),
    secrets: workload.secrets.map((secret) => ({
      name: secret,
      valueFrom: e(`data.aws_secretsmanager_secret.${secretKey(one, secret)}.arn`),
    })),
    ...(check === null
      ? {}
      : { healthCheck: { command: check, interval: 10, timeout: 5, retries: 3, startPeriod: 60 } }),
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': e(`aws_cloudwatch_log_group.${key}.name`),
        'awslogs-region': e('var.region'),
        'awslogs-stream-prefix': 'ecs',
      },
    },
  };
}

/** Addresses that the design draws become those of AWS; an address that it sets itself stays. */
function environment(one: AwsWorkload, { byId }: AwsAround): readonly Value[] {
  const { env, calls } = one.workload;
  const drawn = new Map(calls.map((call) => [call.variable, call]));
  return Object.entries(env).map(([name, value]) => {
    const call = drawn.get(name);
    const called = call === undefined || call.url !== value ? undefined : byId.get(call.to);
    return { name, value: called === undefined ? value : e(addressOf(called, value, one)) };
  });
}

function discovery({ key, workload }: AwsWorkload): readonly Block[] {
  return [
    res('aws_service_discovery_service', key, [
      ['name', workload.name],
      block(
        'dns_config',
        [],
        [
          ['namespace_id', e('aws_service_discovery_private_dns_namespace.design.id')],
          block(
            'dns_records',
            [],
            [
              ['ttl', 10],
              ['type', 'A'],
            ],
          ),
        ],
      ),
    ]),
  ];
}

function service(one: AwsWorkload, { entries }: AwsAround): Block {
  const { key, workload } = one;
  const isIn = entries.has(workload.id);
  const isAlone = workload.strategy === 'recreate' || workload.type === 'stateful';
  return res('aws_ecs_service', key, [
    ['name', workload.name],
    ['cluster', e('aws_ecs_cluster.design.id')],
    ['task_definition', e(`aws_ecs_task_definition.${key}.arn`)],
    ['desired_count', workload.replicas],
    ['launch_type', 'FARGATE'],
    ['deployment_minimum_healthy_percent', isAlone ? 0 : 100],
    ['deployment_maximum_percent', isAlone ? 100 : 200],
    tagsOf(workload),
    block(
      'deployment_circuit_breaker',
      [],
      [
        ['enable', true],
        ['rollback', true],
      ],
    ),
    block(
      'network_configuration',
      [],
      [
        ['subnets', e('aws_subnet.private[*].id')],
        ['security_groups', [e(`aws_security_group.${key}.id`)]],
      ],
    ),
    block('service_registries', [], [['registry_arn', e(`aws_service_discovery_service.${key}.arn`)]]),
    ...(isIn
      ? [
          block(
            'load_balancer',
            [],
            [
              ['target_group_arn', e(`aws_lb_target_group.${key}.arn`)],
              ['container_name', workload.name],
              ['container_port', workload.port],
            ],
          ),
        ]
      : []),
    ...(workload.autoscale === null ? [] : [block('lifecycle', [], [['ignore_changes', [e('desired_count')]]])]),
    ...(isIn ? [['depends_on', [e(`aws_lb_listener.${key}`)]] as const] : []),
  ]);
}

function entry({ key, workload }: AwsWorkload, { entries }: AwsAround): readonly Block[] {
  const port = entries.get(workload.id);
  if (port === undefined) return [];
  return [
    res('aws_lb_target_group', key, [
      ['port', workload.port],
      ['protocol', 'HTTP'],
      ['target_type', 'ip'],
      ['vpc_id', e('aws_vpc.design.id')],
      block(
        'health_check',
        [],
        [
          ['path', encodeURI(workload.healthPath ?? '/')],
          ['matcher', '200-399'],
        ],
      ),
    ]),
    res('aws_lb_listener', key, [
      ['load_balancer_arn', e('aws_lb.design.arn')],
      ['port', port],
      ['protocol', 'HTTP'],
      block(
        'default_action',
        [],
        [
          ['type', 'forward'],
          ['target_group_arn', e(`aws_lb_target_group.${key}.arn`)],
        ],
      ),
    ]),
    res('aws_vpc_security_group_ingress_rule', `load-balancer-of-design-to-${key}`, [
      ['security_group_id', e('aws_security_group.load-balancer-of-design.id')],
      ['cidr_ipv4', '0.0.0.0/0'],
      ['from_port', port],
      ['to_port', port],
      ['ip_protocol', 'tcp'],
    ]),
  ];
}

/** The measure that ECS has for it; null where it has none. */
export function scalingMetric({ workload }: AwsWorkload, entries: ReadonlyMap<string, number>): string | null {
  if (workload.autoscale?.metric === 'utilisation') return 'ECSServiceAverageCPUUtilization';
  return workload.autoscale?.metric === 'ratePerSecond' && entries.has(workload.id) ? 'ALBRequestCountPerTarget' : null;
}

function scaling(one: AwsWorkload, { entries }: AwsAround): readonly Block[] {
  const { key, workload } = one;
  const { autoscale } = workload;
  const metric = scalingMetric(one, entries);
  if (autoscale === null || metric === null) return [];
  const isCpu = metric === 'ECSServiceAverageCPUUtilization';
  const label = `"\${aws_lb.design.arn_suffix}/\${aws_lb_target_group.${key}.arn_suffix}"`;
  return [
    res('aws_appautoscaling_target', key, [
      ['service_namespace', 'ecs'],
      ['resource_id', e(`"service/\${aws_ecs_cluster.design.name}/\${aws_ecs_service.${key}.name}"`)],
      ['scalable_dimension', 'ecs:service:DesiredCount'],
      ['min_capacity', autoscale.min],
      ['max_capacity', Math.max(autoscale.min, autoscale.max)],
    ]),
    res('aws_appautoscaling_policy', key, [
      ['name', workload.name],
      ['policy_type', 'TargetTrackingScaling'],
      ['service_namespace', e(`aws_appautoscaling_target.${key}.service_namespace`)],
      ['resource_id', e(`aws_appautoscaling_target.${key}.resource_id`)],
      ['scalable_dimension', e(`aws_appautoscaling_target.${key}.scalable_dimension`)],
      block(
        'target_tracking_scaling_policy_configuration',
        [],
        [
          ['target_value', isCpu ? Math.max(1, Math.round(autoscale.target * 100)) : autoscale.target * 60],
          ['scale_in_cooldown', Math.round(autoscale.stabilisationDownS)],
          ['scale_out_cooldown', 15],
          block(
            'predefined_metric_specification',
            [],
            [['predefined_metric_type', metric], ...(isCpu ? [] : [['resource_label', e(label)] as const])],
          ),
        ],
      ),
    ]),
  ];
}

/** A task that runs at its times, by the clock of EventBridge. */
function schedule({ key, workload }: AwsWorkload): readonly Block[] {
  const minutes = Math.max(1, Math.round((workload.everyS ?? 3600) / 60));
  return [
    res('aws_iam_role', `${key}-clock`, [['assume_role_policy', assumedBy('scheduler.amazonaws.com')]]),
    res('aws_iam_role_policy', `${key}-clock`, [
      ['role', e(`aws_iam_role.${key}-clock.id`)],
      [
        'policy',
        policy([
          { Effect: 'Allow', Action: 'ecs:RunTask', Resource: e(`aws_ecs_task_definition.${key}.arn`) },
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: [e(`aws_iam_role.${key}-start.arn`), e(`aws_iam_role.${key}-task.arn`)],
          },
        ]),
      ],
    ]),
    res('aws_scheduler_schedule', key, [
      ['name', workload.name],
      ['schedule_expression', `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`],
      ['state', workload.replicas === 0 ? 'DISABLED' : 'ENABLED'],
      block('flexible_time_window', [], [['mode', 'OFF']]),
      block(
        'target',
        [],
        [
          ['arn', e('aws_ecs_cluster.design.arn')],
          ['role_arn', e(`aws_iam_role.${key}-clock.arn`)],
          block(
            'ecs_parameters',
            [],
            [
              ['task_definition_arn', e(`aws_ecs_task_definition.${key}.arn`)],
              ['task_count', Math.min(10, Math.max(1, workload.replicas))],
              ['launch_type', 'FARGATE'],
              block(
                'network_configuration',
                [],
                [
                  ['subnets', e('aws_subnet.private[*].id')],
                  ['security_groups', [e(`aws_security_group.${key}.id`)]],
                ],
              ),
            ],
          ),
        ],
      ),
    ]),
  ];
}
