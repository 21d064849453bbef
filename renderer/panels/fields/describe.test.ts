import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { arrivalSchema, componentSchema, connectionSchema, scenarioSchema } from '../../../src/model/design.ts';
import {
  describeField,
  describeFields,
  describeShape,
  labelOf,
  placeholderOf,
  type FieldDescription,
} from './describe.ts';

function fieldAt(fields: readonly FieldDescription[], ...keys: string[]): FieldDescription {
  const [key, ...rest] = keys;
  const field = fields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`no field ${String(key)}`);
  if (rest.length === 0) return field;
  if (field.shape.type !== 'object') throw new Error(`${field.key} has no fields`);
  return fieldAt(field.shape.fields, ...rest);
}

const component = describeFields(componentSchema, 'component');
const connection = describeFields(connectionSchema, 'connection');

describe('a description of a field', () => {
  it('says title, default, help and range as the schema does', () => {
    expect(fieldAt(component, 'capacity', 'replicas')).toEqual({
      key: 'replicas',
      title: 'Replicas',
      unit: undefined,
      default: 1,
      defaultText: undefined,
      help: 'How many copies run; with 0 nothing is served.',
      refersTo: undefined,
      multiline: undefined,
      required: false,
      shape: { type: 'number', min: 0, max: 100_000, above: null, whole: true, nullable: false, word: null },
    });
  });

  it('labels by title and unit, as end-to-end tests look for them', () => {
    expect(labelOf(fieldAt(component, 'service'))).toBe('Service time (ms)');
    expect(labelOf(fieldAt(component, 'capacity', 'concurrency'))).toBe('Concurrency');
    expect(labelOf(fieldAt(component, 'hitRatio'))).toBe('Hit ratio');
  });

  it('tells an exclusive limit from an inclusive one', () => {
    expect(fieldAt(component, 'capacity', 'speed').shape).toMatchObject({ min: null, above: 0 });
    expect(fieldAt(connection, 'circuitBreaker', 'failureRate').shape).toMatchObject({ above: 0, max: 1 });
  });

  it('knows that null may stand for a number, and the word that may', () => {
    expect(fieldAt(component, 'capacity', 'queueLimit').shape).toMatchObject({
      type: 'number',
      nullable: true,
      whole: true,
    });
    expect(fieldAt(describeFields(scenarioSchema, 'scenario'), 'warmupS').shape).toMatchObject({
      type: 'number',
      word: 'auto',
    });
  });

  it('sees the variants of a distribution, without the word that tells them apart', () => {
    const { shape } = fieldAt(component, 'service');
    if (shape.type !== 'variant') throw new Error('not variants');
    expect(shape.by).toBe('distribution');
    expect(shape.variants.map(({ name, fields }) => `${name}: ${fields.map((field) => field.key).join(' ')}`)).toEqual([
      'deterministic: meanMs',
      'exponential: meanMs',
      'erlang: meanMs phases',
      'gamma: meanMs scv',
      'hyperexponential: meanMs scv',
      'lognormal: meanMs scv',
      'uniform: minMs maxMs',
      'pareto: minMs shape',
      'weibull: meanMs shape',
      'empirical: samplesMs',
    ]);
  });

  it('knows a number that may also be a distribution, a pair, a record and a list', () => {
    expect(fieldAt(connection, 'latencyMs').shape.type).toBe('number-or-variant');
    expect(fieldAt(component, 'runtime', 'env').shape).toEqual({ type: 'record', value: { type: 'text' } });
    expect(fieldAt(component, 'runtime', 'secrets').shape).toEqual({ type: 'list', item: { type: 'text' } });
    const arrivals = describeShape(arrivalSchema, 'arrival');
    const profile = arrivals.type === 'variant' ? arrivals.variants.find(({ name }) => name === 'profile') : undefined;
    expect(fieldAt(profile?.fields ?? [], 'points').shape).toMatchObject({ type: 'list', item: { type: 'pair' } });
  });

  it('shows what a missing key means', () => {
    expect(placeholderOf(fieldAt(component, 'capacity', 'queueLimit'))).toBe('unbounded');
    expect(placeholderOf(fieldAt(component, 'capacity', 'replicas'))).toBe('1');
    expect(placeholderOf(fieldAt(component, 'group'))).toBe('');
  });

  it('is called by its key where the catalogue has no words for it', () => {
    expect(describeField('healthPath', z.string(), 'nowhere.healthPath').title).toBe('healthPath');
  });

  it('has words of its own in a variant where the key means something else there', () => {
    const { shape } = fieldAt(component, 'service');
    const variants = shape.type === 'variant' ? shape.variants : [];
    const helpOf = (name: string, key: string) =>
      fieldAt(variants.find((variant) => variant.name === name)?.fields ?? [], key).help;
    expect(helpOf('hyperexponential', 'scv')).not.toBe(helpOf('gamma', 'scv'));
    expect(helpOf('pareto', 'shape')).not.toBe(helpOf('weibull', 'shape'));
  });

  it('refuses a schema that no form can draw, rather than leaving its key out', () => {
    expect(() => describeShape(z.date(), 'date')).toThrow('No form draws a schema of type date');
  });
});
