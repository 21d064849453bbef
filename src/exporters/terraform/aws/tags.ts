// What a person calls a resource, in the characters that tags may have.
import type { DeployedComponent } from '../../../deployment/workload.ts';
import type { Value } from '../hcl.ts';

export function tagsOf({ title, id }: DeployedComponent): readonly [string, Value] {
  const name = title.replace(/[^\p{L}\p{N} _.:/=+@-]+/gu, '_').slice(0, 200);
  return ['tags', { Component: id, Name: name }];
}
