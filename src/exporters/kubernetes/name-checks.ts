// Names that Kubernetes would refuse, or that two objects of an export would share.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Finding } from '../../model/finding.ts';
import { canaryName, headlessName, slotName, slotsOf, type Surroundings } from './metadata.ts';
import { isSplitAtGateway } from './network.ts';

/** A StatefulSet and a CronJob add up to 11 characters to names of pods, jobs and labels, which may have 63. */
const LONGEST_CONTROLLER_NAME = 52;
const LONGEST_SERVICE_NAME = 63;

/** Errors: names that are too long, and objects of one name. */
export function checkObjectNames(workloads: readonly DeployedComponent[], around: Surroundings): Finding[] {
  const names = new Map(workloads.map((workload) => [workload.name, workload.id]));
  return workloads.flatMap((workload) => {
    const tooLong = checkLength(workload, around);
    if (tooLong.length > 0) return tooLong;
    return furtherNames(workload, around).flatMap(({ what, name }) => {
      const other = names.get(name);
      return other === undefined ? [] : [clash(workload, what, name, other)];
    });
  });
}

function checkLength(workload: DeployedComponent, around: Surroundings): Finding[] {
  const { type, name } = workload;
  if (type !== 'deployment') {
    const kind = type === 'stateful' ? 'StatefulSet' : 'CronJob';
    return name.length > LONGEST_CONTROLLER_NAME ? [tooLong(workload, kind, LONGEST_CONTROLLER_NAME)] : [];
  }
  const further = isSplitAtGateway(workload, around) ? canaryName(workload) : name;
  const longest = LONGEST_SERVICE_NAME - (further.length - name.length);
  return further.length > LONGEST_SERVICE_NAME ? [tooLong(workload, 'Service', longest)] : [];
}

/** Names that a workload's objects have beside the workload's own. */
function furtherNames(
  workload: DeployedComponent,
  around: Surroundings,
): readonly { readonly what: string; readonly name: string }[] {
  return [
    ...(workload.type === 'stateful' ? [{ what: 'Service', name: headlessName(workload) }] : []),
    ...(isSplitAtGateway(workload, around) ? [{ what: 'Service', name: canaryName(workload) }] : []),
    ...slotsOf(workload).flatMap((slot) =>
      slot === null ? [] : [{ what: 'Deployment', name: slotName(workload, slot) }],
    ),
  ];
}

function tooLong({ id, name }: DeployedComponent, kind: string, longest: number): Finding {
  return {
    rule: 'object-name',
    severity: 'error',
    path: `components.${id}.id`,
    message: `"${name}" is too long for the name of a ${kind}`,
    mend: `Rename the component to at most ${longest} characters.`,
  };
}

function clash({ id }: DeployedComponent, what: string, name: string, other: string): Finding {
  return {
    rule: 'object-name-clash',
    severity: 'error',
    path: `components.${id}.id`,
    message: `the pods of "${id}" need a ${what} named "${name}", as "${other}" is called`,
    mend: `Rename "${other}".`,
  };
}
