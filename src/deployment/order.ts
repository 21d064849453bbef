// In which order workloads start: each after those that it calls, as far as that goes round no circle.
import type { Finding } from '../model/finding.ts';
import type { DeployedComponent } from './workload.ts';

export interface StartOrder {
  /** Component id to the ids that must run before it. */
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** In the order of the file; a call that would close a circle is left out, with a warning. */
export function startOrder(workloads: readonly DeployedComponent[]): StartOrder {
  const after = new Map<string, string[]>();
  const findings: Finding[] = [];
  for (const { id, calls } of workloads) {
    const kept: string[] = [];
    after.set(id, kept);
    for (const { to } of calls) {
      if (leadsTo(after, to, id)) findings.push(dependencyCycle(id, to));
      else kept.push(to);
    }
  }
  return { after, findings };
}

function leadsTo(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(after.get(at) ?? []));
  }
  return false;
}

function dependencyCycle(id: string, to: string): Finding {
  return {
    rule: 'dependency-cycle',
    severity: 'warning',
    path: `components.${id}`,
    message: `${id} and ${to} call each other, over others or at once, so ${id} does not wait for ${to} to start`,
    mend: `Let ${id} try again until ${to} answers, or turn one of the connections round.`,
  };
}
