// Objects as YAML, and several files as one stream.
import { stringify } from 'yaml';
import type { ExportFile } from '../exporter.ts';
import { withMark, withoutMark } from '../mark.ts';
import type { KubernetesObject } from './any-object.ts';

const SEPARATOR = '---\n';

/**
 * The same objects give the same bytes. Texts that YAML 1.1 takes for something else (`yes`, `1:30`) are quoted, since
 * some readers of manifests follow it; there are no anchors and no folded lines.
 */
export function toYaml(objects: readonly KubernetesObject[]): string {
  return objects
    .map((object) => stringify(object, { compat: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 }))
    .join(SEPARATOR);
}

/** One stream of all files, under one mark. */
export function joinYaml(files: readonly ExportFile[]): string {
  return withMark('stream.yaml', files.map(({ text }) => withoutMark(text)).join(SEPARATOR));
}
