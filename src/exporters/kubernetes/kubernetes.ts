// Kubernetes: the objects that run a design, one file for each component.
import type { Design } from '../../model/design.ts';
import { succeed, type Outcome } from '../../model/finding.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { namespaceObject } from './manifests.ts';
import {
  activeOption,
  canaryOption,
  entryClassOption,
  entryOption,
  hostOption,
  namespaceOption,
  policiesOption,
  pullOption,
  tlsOption,
} from './options.ts';
import { plan, type Plan } from './plan.ts';
import { joinYaml, objectsText } from './yaml.ts';

/** Applied first: files of a folder are taken in the order of their names, and no component id begins with a digit. */
const NAMESPACE_FILE = '00-namespace.yaml';
const COMMON_FILE = '01-network.yaml';

export const kubernetes: Exporter = {
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  description: 'Deployments, StatefulSets, Services, autoscalers and what they need, one file for each component',
  fileName: 'kubernetes.yaml',
  stream: joinYaml,
  options: [
    namespaceOption,
    hostOption,
    entryOption,
    entryClassOption,
    tlsOption,
    activeOption,
    canaryOption,
    policiesOption,
    pullOption,
  ],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const planned = plan(design, options);
  return planned.ok ? succeed(filesOf(planned.value), planned.notes) : planned;
}

function filesOf({ around, parts, common }: Plan): readonly ExportFile[] {
  const isEmpty = parts.length === 0;
  const namespace = around.namespace === null || isEmpty ? [] : [namespaceObject(around.namespace, around.project)];
  return [
    ...namespace.map((object) => ({ path: NAMESPACE_FILE, text: objectsText([object]) })),
    ...(common.length === 0 ? [] : [{ path: COMMON_FILE, text: objectsText(common) }]),
    ...parts.map(({ workload, objects }) => ({ path: `${workload.name}.yaml`, text: objectsText(objects) })),
  ];
}
