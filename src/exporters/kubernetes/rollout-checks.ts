// What a rollout of the design needs of the cluster, or loses on the way there.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import type { Surroundings } from './metadata.ts';
import { isSplitAtGateway } from './network.ts';
import { plannedRollout } from './rollouts.ts';

type Note = Omit<Finding, 'path' | 'severity'>;

/** Notes on how new versions of one workload come in. */
export function checkRollout(design: Design, workload: DeployedComponent, around: Surroundings): Finding[] {
  const { id, type, strategy } = workload;
  const path = `components.${id}.rollout.strategy`;
  if (type === 'scheduled' || strategy === 'rolling') return [];
  if (type === 'deployment' && strategy === 'recreate') return [];
  if (type === 'deployment' && strategy === 'blue-green') return [advice(path, twoSlots(id, around))];
  if (around.canaries.has(id)) {
    return [advice(path, controllerNeeded(id)), ...checkCanary(design, workload, around)];
  }
  return [
    warning(path, {
      rule: 'rollout-not-expressed',
      message: `Kubernetes alone does no ${strategy} rollout of ${id}; its pods are updated one after the other`,
      mend: 'Use a rollout controller for it, or choose rolling.',
    }),
  ];
}

function checkCanary(design: Design, workload: DeployedComponent, around: Surroundings): Finding[] {
  const { id } = workload;
  const path = `components.${id}.rollout.strategy`;
  const planned = plannedRollout(design, id, 'canary');
  const findings: Finding[] = [];
  if (planned?.abortOn !== undefined) {
    const message = `the canary of ${id} goes on whatever its errors are, since the export knows no metrics to abort it by`;
    const mend = 'Add an AnalysisTemplate that asks your metrics for the share of errors.';
    findings.push(warning(path, { rule: 'canary-abort-not-expressed', message, mend }));
  }
  const isUneven = (value: number) => Math.abs(value - Math.round(value)) > 1e-9;
  if (planned?.steps.some(({ weight, holdS }) => isUneven(weight * 100) || isUneven(holdS) || holdS < 1) === true) {
    const message = `the canary of ${id} takes whole percents and whole seconds from 1, so its steps are rounded`;
    findings.push(
      warning(path, { rule: 'canary-steps-rounded', message, mend: 'Round weight and holdS of its steps.' }),
    );
  }
  if (isSplitAtGateway(workload, around) && around.namespace === null) {
    const message = `the canary of ${id} must name the namespace of its HTTPRoute; default is assumed`;
    findings.push(warning(path, { rule: 'canary-namespace-assumed', message, mend: 'Set the option namespace.' }));
  }
  return findings;
}

function twoSlots(id: string, { active }: Surroundings): Note {
  const idle = active === 'blue' ? 'green' : 'blue';
  return {
    rule: 'blue-green-slots',
    message: `${id} runs twice, as ${id}-blue and ${id}-green, and its Service leads to ${active}`,
    mend: `Give ${idle} the new image, then export with the option active set to ${idle}.`,
  };
}

function controllerNeeded(id: string): Note {
  return {
    rule: 'rollout-controller',
    message: `${id} is a Rollout, which the controller Argo Rollouts must be there to run`,
    mend: 'Install Argo Rollouts in the cluster, or set the option canary to rolling.',
  };
}

function warning(path: string, note: Note): Finding {
  return { ...note, path, severity: 'warning' };
}

function advice(path: string, note: Note): Finding {
  return { ...note, path, severity: 'advice' };
}
