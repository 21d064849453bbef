// How deployed things are called: by component id, within what every platform takes as a name.
import type { Component, Design } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';

/** A label of RFC 1123 that begins with a letter, as services need it (RFC 1035). */
const OBJECT_NAME = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The component's id, lower-cased, with `_` as `-`. */
export function objectName(id: string): string {
  return id.toLowerCase().replaceAll('_', '-');
}

/** The name of the whole, for labels and image paths: the design's name, or `design` where nothing of it is left. */
export function projectName(design: Design): string {
  const words = design.name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = (words ?? []).join('-').slice(0, 63).replace(/-+$/, '');
  return name === '' ? 'design' : name;
}

/** Errors for names that no platform takes, and for two components of one name. */
export function checkNames(components: readonly Component[]): Finding[] {
  const owners = new Map<string, string>();
  return components.flatMap(({ id }) => {
    const name = objectName(id);
    const owner = owners.get(name);
    if (owner !== undefined) return [clash(id, owner, name)];
    owners.set(name, id);
    return OBJECT_NAME.test(name) ? [] : [invalid(id, name)];
  });
}

function clash(id: string, owner: string, name: string): Finding {
  return {
    rule: 'object-name-clash',
    severity: 'error',
    path: `components.${id}.id`,
    message: `"${owner}" and "${id}" would both be deployed as "${name}"`,
    mend: 'Rename one of them so that they differ in more than case, - and _.',
  };
}

function invalid(id: string, name: string): Finding {
  return {
    rule: 'object-name',
    severity: 'error',
    path: `components.${id}.id`,
    message: `"${name}" cannot be the name of something deployed`,
    mend: 'Rename the component: at most 63 letters, digits and -, ending in a letter or digit.',
  };
}
