import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../src/ipc/contract.ts';
import { createDispatch } from './dispatch.ts';

/** Only the two handlers that are called here; calling another would throw, and be counted as a defect. */
const handlers = {
  'files.choose': ({ purpose, suggestedName }) => Promise.resolve({ path: `${purpose}:${suggestedName}` }),
  'templates.list': () => Promise.reject(new Error('broken')),
} as Partial<Handlers> as Handlers;

function gate() {
  const logged: string[] = [];
  const dispatch = createDispatch(handlers, (error) => {
    logged.push(String(error));
    return { number: `n${String(logged.length)}`, file: null };
  });
  return { dispatch, logged };
}

describe('the gate', () => {
  it('answers a call of the contract', async () => {
    const { dispatch, logged } = gate();
    expect(await dispatch('files.choose', { purpose: 'save', suggestedName: 'a' })).toEqual({
      ok: true,
      output: { path: 'save:a' },
    });
    expect(logged).toEqual([]);
  });

  it.each(['unknown', '__proto__', 'constructor', 'toString', ''])('refuses the name %j', async (name) => {
    const { dispatch, logged } = gate();
    expect(await dispatch(name, {})).toEqual({ ok: false, error: 'n1' });
    expect(logged).toEqual([`Error: there is no call ${JSON.stringify(name)}`]);
  });

  it.each([undefined, null, 1, [], { purpose: 'rob', suggestedName: '' }])('refuses the input %j', async (input) => {
    const { dispatch, logged } = gate();
    expect(await dispatch('files.choose', input)).toEqual({ ok: false, error: 'n1' });
    expect(logged[0]).toMatch(/"code": "invalid_/);
  });

  it('keeps an exception on its side, under a number', async () => {
    const { dispatch, logged } = gate();
    expect(await dispatch('templates.list', {})).toEqual({ ok: false, error: 'n1' });
    expect(logged).toEqual(['Error: broken']);
  });
});
