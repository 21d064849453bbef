// Kubernetes objects as YAML documents, and several files of them as one stream.
import type { ExportFile } from '../exporter.ts';
import { withMark, withoutMark } from '../mark.ts';
import { yamlText } from '../yaml.ts';
import type { KubernetesObject } from './any-object.ts';

const SEPARATOR = '---\n';

/** One document an object. */
export function objectsText(objects: readonly KubernetesObject[]): string {
  return objects.map((object) => yamlText(object)).join(SEPARATOR);
}

/** One stream of all files, under one mark. */
export function joinYaml(files: readonly ExportFile[]): string {
  return withMark('stream.yaml', files.map(({ text }) => withoutMark(text)).join(SEPARATOR));
}
