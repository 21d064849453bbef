// The objects of every environment, by the published schemas, and whether they fit each other.
import { expect } from 'vitest';
import { build, environmentsOf } from '../kustomize-reader.ts';
import { misfits } from '../kubernetes-fit.ts';
import { schemaErrors } from '../kubernetes-reader.ts';
import type { Reader } from './reader.ts';

export const kustomize: Reader = (files) => {
  expect(environmentsOf(files)).toEqual(['dev', 'staging', 'production']);
  for (const environment of environmentsOf(files)) {
    const manifests = build(files, `overlays/${environment}`);
    expect([...manifests.flatMap(schemaErrors), ...misfits(manifests)]).toEqual([]);
  }
  return Promise.resolve();
};
