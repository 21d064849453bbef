// What runs of a design, without a platform: one workload for each component of ours, drawn from its kind and itself.
import { kindByKey } from '../catalogue/index.ts';
import type { Kind, Workload } from '../catalogue/kind.ts';
import type { ROLLOUT_STRATEGIES } from '../model/design.ts';
import { type Component, type Design } from '../model/design.ts';
import { fail, isError, succeed, type Finding, type Outcome } from '../model/finding.ts';
import { showable } from '../model/showable.ts';
import { serviceCalls, type ServiceCall } from './calls.ts';
import { partEnvironment } from './environment.ts';
import { isImageReference, knownImage, OWN_IMAGE, type ImageFacts } from './images.ts';
import { checkNames, objectName, projectName } from './names.ts';
import { nginxSettings, type SettingsFile } from './proxy.ts';

export interface Autoscale {
  readonly metric: 'utilisation' | 'waiting' | 'ratePerSecond';
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly periodS: number;
  readonly startupS: number;
  readonly stabilisationDownS: number;
  readonly tolerance: number;
}

export interface DeployedComponent {
  /** Component id; findings about the workload stand under `components.ID`. */
  readonly id: string;
  /** The name that every platform knows it by. */
  readonly name: string;
  /** What a person calls it; any text that can be written down. */
  readonly title: string;
  readonly kind: Kind;
  readonly type: Workload['type'];
  readonly image: string;
  /** Whom the image runs as and where it writes. */
  readonly facts: ImageFacts;
  readonly args: readonly string[];
  readonly port: number;
  /** Absolute; without it the port is probed. */
  readonly healthPath: string | null;
  /** The kind's settings, the component's own over them, and the addresses of the services that it calls. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of the variables whose values the platform keeps. */
  readonly secrets: readonly string[];
  readonly calls: readonly ServiceCall[];
  readonly files: readonly SettingsFile[];
  readonly replicas: number;
  readonly resources: { readonly cpu: number | null; readonly memoryMiB: number | null };
  readonly autoscale: Autoscale | null;
  readonly strategy: (typeof ROLLOUT_STRATEGIES)[number];
  readonly storage: { readonly path: string; readonly sizeGiB: number } | null;
  /** Somebody outside calls it: a client, a system elsewhere, or the arrivals of a scenario at a gateway. */
  readonly isExposed: boolean;
  /** Scheduled workloads: the seconds between two runs, as far as a scenario tells. */
  readonly everyS: number | null;
}

/**
 * The workloads of a design, in the order of its components. Fails where something cannot be deployed under its name,
 * image or settings; notes tell what was assumed and what is left out.
 */
export function workloads(design: Design): Outcome<readonly DeployedComponent[]> {
  const calls = serviceCalls(design);
  const exposed = exposedComponents(design);
  const deployed: DeployedComponent[] = [];
  const findings: Finding[] = [...calls.findings];
  const deployable = design.components.filter((component) => kindByKey(component.kind)?.workload);
  findings.push(...checkNames(deployable));
  for (const component of design.components) {
    const kind = kindByKey(component.kind);
    if (!kind) findings.push(unknownKind(component));
    else if (kind.workload === null) findings.push(...notDeployed(component, kind));
    else {
      const made = deploy(design, component, kind, kind.workload, calls.byCaller.get(component.id) ?? []);
      deployed.push({ ...made.workload, isExposed: exposed.has(component.id) });
      findings.push(...made.findings);
    }
  }
  return findings.some(isError) ? fail(findings.filter(isError)) : succeed(deployed, findings);
}

function deploy(
  design: Design,
  component: Component,
  kind: Kind,
  workload: Workload,
  calls: readonly ServiceCall[],
): { readonly workload: Omit<DeployedComponent, 'isExposed'>; readonly findings: readonly Finding[] } {
  const { id, runtime = {} } = component;
  const name = objectName(id);
  const image = runtime.image ?? workload.image ?? `registry.example.com/${projectName(design)}/${name}:latest`;
  const known = knownImage(image);
  const facts = known ?? OWN_IMAGE;
  const port = runtime.port ?? workload.port;
  const addresses = Object.fromEntries(calls.map((call) => [call.variable, call.url]));
  const settings = { ...workload.env, ...facts.selfEnv?.({ name, port }), ...addresses, ...runtime.env };
  const environment = partEnvironment(id, settings, [...(workload.secrets ?? []), ...(runtime.secrets ?? [])]);
  const isAssumed = runtime.image === undefined && workload.image === undefined;
  return {
    workload: {
      id,
      name,
      title: titleOf(component),
      kind,
      type: workload.type,
      image,
      facts,
      args: workload.args ?? [],
      port,
      healthPath: healthPathOf(component, workload),
      env: environment.env,
      secrets: environment.secrets,
      calls,
      files: /(?:^|\/)nginx(?=[:@]|$)/.test(image) ? nginxSettings(port, calls) : [],
      replicas: component.capacity?.replicas ?? 1,
      resources: { cpu: component.resources?.cpu ?? null, memoryMiB: component.resources?.memoryMiB ?? null },
      autoscale: autoscaleOf(component),
      strategy: component.rollout?.strategy ?? 'rolling',
      storage: storageOf(workload),
      everyS: workload.type === 'scheduled' ? everyS(design, id) : null,
    },
    findings: [
      ...(isAssumed ? [imageAssumed(id, image)] : []),
      ...(isAssumed || isImageReference(image) ? [] : [imageName(id, image)]),
      ...environment.findings,
    ],
  };
}

function titleOf({ id, name }: Component): string {
  const title = showable(name ?? id).trim();
  return title === '' ? id : title;
}

function healthPathOf({ runtime }: Component, workload: Workload): string | null {
  const path = runtime?.healthPath ?? workload.healthPath;
  if (path === undefined || path === '') return null;
  return path.startsWith('/') ? path : `/${path}`;
}

function autoscaleOf({ autoscale }: Component): Autoscale | null {
  if (autoscale === undefined) return null;
  const { metric = 'utilisation', target = 0.6, min = 1, max = 10, periodS = 15, startupS = 0 } = autoscale;
  const { stabilisationDownS = 300, tolerance = 0.1 } = autoscale;
  return { metric, target, min, max, periodS, startupS, stabilisationDownS, tolerance };
}

function storageOf({ dataPath, storageGiB }: Workload): DeployedComponent['storage'] {
  return dataPath === undefined ? null : { path: dataPath, sizeGiB: storageGiB ?? 1 };
}

/** How often the first scenario that starts it does so. */
function everyS(design: Design, id: string): number | null {
  for (const arrival of (design.scenarios ?? []).flatMap((scenario) => scenario.arrivals)) {
    if (arrival.at === id && 'ratePerSecond' in arrival && arrival.ratePerSecond > 0) return 1 / arrival.ratePerSecond;
  }
  return null;
}

/** Requests of a scenario arrive from outside only at what is made for it; elsewhere they stand for work of our own. */
function exposedComponents(design: Design): ReadonlySet<string> {
  const kindOf = new Map(design.components.map(({ id, kind }) => [id, kindByKey(kind)] as const));
  const called = (design.connections ?? [])
    .filter(({ from }) => kindOf.get(from)?.workload === null)
    .map(({ to }) => to);
  const arrived = (design.scenarios ?? []).flatMap(({ arrivals }) => arrivals.map(({ at }) => at));
  return new Set([...called, ...arrived.filter((id) => kindOf.get(id)?.family === 'entry')]);
}

/** A component that runs elsewhere loses what the design says of its deployment. */
function notDeployed(component: Component, kind: Kind): Finding[] {
  const { runtime, resources, autoscale, rollout } = component;
  const lost = Object.entries({ runtime, resources, autoscale, rollout }).filter(([, value]) => value !== undefined);
  return lost.map(([key]) => ({
    rule: 'not-deployed',
    severity: 'warning',
    path: `components.${component.id}.${key}`,
    message: `a ${kind.title.toLowerCase()} is not deployed with the design, so its ${key} is left out`,
    mend: `Remove ${key}, or choose a kind that is deployed, such as service.`,
  }));
}

function unknownKind({ id, kind }: Component): Finding {
  return {
    rule: 'unknown-kind',
    severity: 'error',
    path: `components.${id}.kind`,
    message: `there is no kind "${kind}"`,
    mend: 'Choose a kind of the catalogue.',
  };
}

function imageAssumed(id: string, image: string): Finding {
  return {
    rule: 'image-assumed',
    severity: 'warning',
    path: `components.${id}.runtime.image`,
    message: `${id} has no image; ${image} is assumed`,
    mend: 'Give its container image with its tag.',
  };
}

function imageName(id: string, image: string): Finding {
  return {
    rule: 'image-name',
    severity: 'error',
    path: `components.${id}.runtime.image`,
    message: `${JSON.stringify(image)} is no name of a container image`,
    mend: 'Write it as registry/name:tag, in lower case.',
  };
}
