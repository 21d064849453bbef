// The published schemas of Kubernetes, and whether the objects fit each other.
import { expect } from 'vitest';
import { misfits } from '../kubernetes-fit.ts';
import { readManifests, schemaErrors } from '../kubernetes-reader.ts';
import type { Reader } from './reader.ts';

export const kubernetes: Reader = (files) => {
  const manifests = files.flatMap(({ text }) => readManifests(text));
  expect([...manifests.flatMap(schemaErrors), ...misfits(manifests)]).toEqual([]);
  return Promise.resolve();
};
