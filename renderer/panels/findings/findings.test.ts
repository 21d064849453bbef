import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/model/design.ts';
import { sentence } from './sentence.ts';
import { whereabouts } from './where.ts';

const DESIGN: Design = {
  spandrel: 1,
  name: 'Shop',
  groups: [{ id: 'back', name: 'Backend' }],
  components: [
    { id: 'web', kind: 'web-client', name: 'Web UI' },
    { id: 'api', kind: 'gateway' },
  ],
  connections: [{ id: 'web-api', from: 'web', to: 'api' }],
  scenarios: [{ id: 'base', name: 'Weekday', durationS: 60, arrivals: [] }],
};

describe('the place of a finding', () => {
  it.each([
    ['components.web.capacity.replicas', 'Web UI · Replicas', { components: ['web'] }, 'design'],
    ['components.api', 'api', { components: ['api'] }, 'design'],
    ['connections.web-api.timeoutMs', 'Web UI to api · Timeout', { connections: ['web-api'] }, 'design'],
    ['groups.back.parent', 'Backend · Inside', { groups: ['back'] }, 'design'],
    ['scenarios.base.arrivals', 'Weekday · Arrivals', {}, 'scenario'],
    ['scenarios.base.arrivals.0.ratePerSecond', 'Weekday · Arrivals 1, Rate', {}, 'scenario'],
    ['components.web.service.meanMs', 'Web UI · Service time, Mean', { components: ['web'] }, 'design'],
    ['components.web.colour', 'Web UI · colour', { components: ['web'] }, 'design'],
    ['scenarios', 'Scenarios', {}, 'scenario'],
    ['objectives.p95.below', 'Objectives, p95, Below', {}, 'design'],
    ['', 'Design', {}, 'design'],
  ])('%j leads to %s', (path, label, selection, tab) => {
    expect(whereabouts(DESIGN, path)).toMatchObject({ label, selection, tab });
  });

  it('selects nothing that is not there', () => {
    expect(whereabouts(DESIGN, 'components.gone.kind').selection).toEqual({});
  });
});

describe('a phrase as a sentence', () => {
  it.each([
    ['there is no group "x"', 'There is no group "x".'],
    ['Give it a name.', 'Give it a name.'],
    ['Did you mean backend?', 'Did you mean backend?'],
    ['api-auth waits for itself', 'api-auth waits for itself.'],
    ['', ''],
  ])('%j', (phrase, expected) => expect(sentence(phrase)).toBe(expected));
});
