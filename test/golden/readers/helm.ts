// Helm's way from a chart to objects, then the published schemas, and whether the objects fit each other.
import { expect } from 'vitest';
import { readChart } from '../helm-reader.ts';
import { misfits } from '../kubernetes-fit.ts';
import { schemaErrors } from '../kubernetes-reader.ts';
import type { Reader } from './reader.ts';

export const helm: Reader = (files) => {
  const chart = readChart(files);
  const all = chart.install((values) => {
    values.ingress = { enabled: true, host: 'shop.example.com', className: 'nginx', tls: true };
  });
  for (const manifests of [chart.install(), all]) {
    expect([...manifests.flatMap(schemaErrors), ...misfits(manifests)]).toEqual([]);
  }
  expect(chart.test().flatMap(schemaErrors)).toEqual([]);
  expect(chart.notes()).toContain('is installed as my-release');
  return Promise.resolve();
};
