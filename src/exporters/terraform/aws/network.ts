// The network on AWS: two zones, public subnets for what faces the world, private ones for everything else.
import { block, expression as e, type Block, type Body, type Value } from '../hcl.ts';
import { isGuarded, portOf, type AwsWorkload } from './plan.ts';

const COUNT = ['count', 2] as const;
const named = (name: string): readonly [string, Value] => ['tags', { Name: name }];
const res = (type: string, name: string, body: Body): Block => block('resource', [type, name], body);

export function vpc(project: string): readonly Block[] {
  return [
    block('data', ['aws_availability_zones', 'available'], [['state', 'available']]),
    res('aws_vpc', 'design', [['cidr_block', '10.0.0.0/16'], ['enable_dns_hostnames', true], named(project)]),
    ...['public', 'private'].map((kind, at) =>
      res('aws_subnet', kind, [
        COUNT,
        ['vpc_id', e('aws_vpc.design.id')],
        ['cidr_block', e(`cidrsubnet(aws_vpc.design.cidr_block, 8, count.index + ${at * 10})`)],
        ['availability_zone', e('data.aws_availability_zones.available.names[count.index]')],
        named(`${project}-${kind}`),
      ]),
    ),
    res('aws_internet_gateway', 'design', [['vpc_id', e('aws_vpc.design.id')], named(project)]),
    res('aws_eip', 'nat', [['domain', 'vpc'], named(project)]),
    res('aws_nat_gateway', 'design', [
      ['allocation_id', e('aws_eip.nat.id')],
      ['subnet_id', e('aws_subnet.public[0].id')],
      named(project),
    ]),
    ...routes('public', ['gateway_id', e('aws_internet_gateway.design.id')]),
    ...routes('private', ['nat_gateway_id', e('aws_nat_gateway.design.id')]),
  ];
}

function routes(kind: string, target: readonly [string, Value]): readonly Block[] {
  return [
    res('aws_route_table', kind, [
      ['vpc_id', e('aws_vpc.design.id')],
      block('route', [], [['cidr_block', '0.0.0.0/0'], target]),
    ]),
    res('aws_route_table_association', kind, [
      COUNT,
      ['subnet_id', e(`aws_subnet.${kind}[count.index].id`)],
      ['route_table_id', e(`aws_route_table.${kind}.id`)],
    ]),
  ];
}

/** A security group for each workload, open for those alone that call it. */
export function securityGroups(all: readonly AwsWorkload[], exposed: readonly AwsWorkload[]): readonly Block[] {
  const byId = new Map(all.map((one) => [one.workload.id, one]));
  const rules = all.flatMap((caller) =>
    caller.managed !== null
      ? []
      : caller.workload.calls.flatMap(({ to }) => {
          const called = byId.get(to);
          return called !== undefined && isGuarded(called) ? [ingress(called, caller.key)] : [];
        }),
  );
  return [
    ...all.filter(isGuarded).map(({ key }) => group(key)),
    ...(exposed.length === 0 ? [] : [group('load-balancer-of-design')]),
    ...all.filter(({ managed }) => managed === null).map(({ key }) => egress(key)),
    ...(exposed.length === 0 ? [] : [egress('load-balancer-of-design')]),
    ...rules,
    ...exposed.map((one) => ingress(one, 'load-balancer-of-design')),
  ];
}

function group(key: string): Block {
  return res('aws_security_group', key, [
    ['name_prefix', `${key}-`],
    ['vpc_id', e('aws_vpc.design.id')],
    block('lifecycle', [], [['create_before_destroy', true]]),
  ]);
}

function egress(key: string): Block {
  return res('aws_vpc_security_group_egress_rule', key, [
    ['security_group_id', e(`aws_security_group.${key}.id`)],
    ['cidr_ipv4', '0.0.0.0/0'],
    ['ip_protocol', '-1'],
  ]);
}

function ingress(called: AwsWorkload, from: string): Block {
  return res('aws_vpc_security_group_ingress_rule', `${called.key}-from-${from}`, [
    ['security_group_id', e(`aws_security_group.${called.key}.id`)],
    ['referenced_security_group_id', e(`aws_security_group.${from}.id`)],
    ['from_port', portOf(called)],
    ['to_port', portOf(called)],
    ['ip_protocol', 'tcp'],
  ]);
}
