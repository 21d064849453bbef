// What the way in from outside, and the way out, need that the export does not hold.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Finding } from '../../model/finding.ts';
import { certificateName, speaksHttp } from './network.ts';
import type { Surroundings } from './metadata.ts';

/** Notes on what is called from outside, and on what calls there. */
export function checkEntries(workloads: readonly DeployedComponent[], around: Surroundings): Finding[] {
  return [...workloads.flatMap((workload) => checkEntry(workload, around)), ...checkWayOut(workloads, around)];
}

function checkEntry(workload: DeployedComponent, around: Surroundings): Finding[] {
  if (!workload.isExposed || workload.type === 'scheduled') return [];
  const path = `components.${workload.id}`;
  if (around.hosts.has(workload.id)) return [...certificate(path, workload, around), ...gatewayClass(path, around)];
  if (!speaksHttp(workload)) {
    const message = `${workload.id} is called from outside and speaks ${workload.facts.scheme}, which an Ingress does not carry`;
    const mend = 'Give it a Service of type LoadBalancer, or let a gateway take those calls.';
    return [{ rule: 'not-reachable', severity: 'warning', path, message, mend }];
  }
  const message = `${workload.id} is called from outside, and the export makes it reachable inside the cluster only`;
  return [{ rule: 'not-reachable', severity: 'advice', path, message, mend: 'Set the option ingressHost.' }];
}

function certificate(path: string, workload: DeployedComponent, around: Surroundings): Finding[] {
  if (!around.isTls) return [];
  const name = certificateName(workload);
  const message = `the certificate of ${workload.id} is read from the Secret "${name}", which the export does not hold`;
  const mend = `Make it in the cluster, with cert-manager or by kubectl create secret tls ${name} --cert=… --key=…`;
  return [{ rule: 'certificate-needed', severity: 'advice', path, message, mend }];
}

function gatewayClass(path: string, { entry, entryClass }: Surroundings): Finding[] {
  if (entry !== 'gateway-api' || entryClass !== null) return [];
  const message = 'a Gateway must name its class; "default" is assumed';
  return [{ rule: 'gateway-class-assumed', severity: 'warning', path, message, mend: 'Set the option entryClass.' }];
}

function checkWayOut(workloads: readonly DeployedComponent[], { traffic }: Surroundings): Finding[] {
  return workloads.flatMap(({ id }) => {
    if (traffic?.callingOut.has(id) !== true) return [];
    const message = `${id} calls a system elsewhere whose addresses the design does not tell, so it may reach all public ones`;
    const mend = 'Narrow the ipBlock in its NetworkPolicy to those of that system.';
    return [{ rule: 'egress-open', severity: 'advice', path: `components.${id}`, message, mend }];
  });
}
