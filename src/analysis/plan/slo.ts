// The EXPR of `--slo EXPR`: `p95<200`, `errorRate<0.01`, `api.p95<200`, or a whole path such as
// `components.db.utilisation<0.8`.
import type { Objective } from '../../model/design.ts';
import { fail, succeed, type Outcome } from '../../model/finding.ts';

const EXPRESSION = /^\s*([A-Za-z0-9_.-]+)\s*([<>])\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*$/;
const SHORT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['mean', 'p50', 'p90', 'p95', 'p99', 'max'].map((name) => [name, `responseMs.${name}`])),
  throughput: 'throughputPerSecond',
};
const ROOTS = new Set(['requests', 'components', 'connections', 'classes', 'arrivals', 'responseMs']);

/** As an objective of that id; a first word that is no part of a result is the component where requests arrive. */
export function readSlo(text: string, id: string): Outcome<Objective> {
  const [, place = '', sign, bound] = EXPRESSION.exec(text) ?? [];
  if (place === '') {
    const message = `"${text}" is no objective`;
    const mend = 'write it as p95<200, api.p95<200 or throughput>100';
    return fail([{ rule: 'bad-objective', severity: 'error', path: '', message, mend }]);
  }
  const [first = '', ...rest] = place.split('.');
  const at = rest.length > 0 && !ROOTS.has(first) ? first : null;
  const name = at === null ? place : rest.join('.');
  const metric = SHORT[name] ?? name;
  const limit = sign === '<' ? { below: Number(bound) } : { above: Number(bound) };
  return succeed({ id, metric, ...(at === null ? {} : { at }), ...limit });
}
