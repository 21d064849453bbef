// Objects as YAML, and several files as one stream.
import { stringify } from 'yaml';
import type { ExportFile } from '../exporter.ts';
import { withMark, withoutMark } from '../mark.ts';
import type { KubernetesObject } from './any-object.ts';

/** No anchors and no folded lines; what YAML 1.1 takes for something else (`yes`, `1:30`) is quoted. */
export const YAML_STYLE = { compat: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 } as const;

const SEPARATOR = '---\n';

/** The same objects give the same bytes, read alike by readers of YAML 1.1, as some of manifests are, and of 1.2. */
export function toYaml(objects: readonly KubernetesObject[]): string {
  return objects.map((object) => stringify(object, YAML_STYLE)).join(SEPARATOR);
}

/** One stream of all files, under one mark. */
export function joinYaml(files: readonly ExportFile[]): string {
  return withMark('stream.yaml', files.map(({ text }) => withoutMark(text)).join(SEPARATOR));
}
