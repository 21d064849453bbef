import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import { succeed, type Finding } from '../model/finding.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { exporterById, exporters, runExporter } from './index.ts';
import { markState, withoutMark } from './mark.ts';

const design: Design = { spandrel: 1, name: 'Shop', components: [{ id: 'a', kind: 'service' }] };

function exporter(run: Exporter['run']): Exporter {
  return {
    id: 'plain',
    title: 'Plain',
    description: '',
    fileName: 'plain.ts',
    stream: null,
    options: [
      { key: 'title', title: '', help: '', type: 'text', default: 'none' },
      { key: 'size', title: '', help: '', type: 'choice', choices: ['small', 'large'], default: 'small' },
      { key: 'loud', title: '', help: '', type: 'switch', default: false },
    ],
    run,
  };
}

const echo = exporter((_, options) => succeed([{ path: 'plain.ts', text: JSON.stringify(options) }]));
const rules = async (given: ExportOptions) => {
  const made = await runExporter(echo, design, given);
  return made.ok ? [] : made.findings.map(({ rule, path }) => `${rule} ${path}`);
};

describe('running an exporter', () => {
  it('fills the options that are not given, and marks what comes out', async () => {
    const made = await runExporter(echo, design, { size: 'large' });
    if (!made.ok) throw new Error('refused');
    const [file] = made.value;
    expect(markState(file?.text ?? '')).toBe('intact');
    expect(JSON.parse(withoutMark(file?.text ?? ''))).toEqual({ title: 'none', size: 'large', loud: false });
  });

  it('refuses options that are unknown, or have no such value', async () => {
    expect(await rules({ colour: 'red' })).toEqual(['unknown-option options.colour']);
    expect(await rules({ toString: 'x' })).toEqual(['unknown-option options.toString']);
    expect(await rules({ size: 'huge', loud: 'yes', title: true })).toEqual([
      'bad-option options.size',
      'bad-option options.loud',
      'bad-option options.title',
    ]);
    expect(await rules({ size: 'large', loud: true, title: '' })).toEqual([]);
  });

  it('takes an empty output for an error, and an error among the notes as well', async () => {
    const finding: Finding = { rule: 'lost', severity: 'error', path: '', message: '', mend: '' };
    const outcomes = await Promise.all([
      runExporter(
        exporter(() => succeed([])),
        design,
      ),
      runExporter(
        exporter(() => succeed([{ path: 'a', text: ' \n' }])),
        design,
      ),
      runExporter(
        exporter(() => succeed([{ path: 'a', text: 'a' }], [finding])),
        design,
      ),
    ]);
    expect(outcomes.map((made) => (made.ok ? [] : made.findings.map(({ rule }) => rule)))).toEqual([
      ['empty-export'],
      ['empty-export'],
      ['lost'],
    ]);
  });

  it('refuses a design without components in every format', async () => {
    for (const one of exporters) {
      const made = await runExporter(one, { spandrel: 1, name: 'empty', components: [] });
      expect(made.ok ? [] : made.findings.map(({ rule }) => rule)).toEqual(['empty-export']);
    }
  });

  it('finds each exporter by its id, and each id once', () => {
    expect(exporters.map(({ id }) => exporterById(id))).toEqual(exporters);
    expect(exporterById('powerpoint')).toBeUndefined();
  });
});
