// Running an exporter: options filled and checked before, the output checked and marked after.
import type { Design } from '../model/design.ts';
import { fail, isError, succeed, type Finding } from '../model/finding.ts';
import type { Exporter, ExportOption, ExportOutcome, ExportOptions } from './exporter.ts';
import { marked } from './mark.ts';

/**
 * The marked files of an exporter. Options that are not given take their default. Fails on options that the exporter
 * does not have or that have no such value, on what the exporter itself refuses, and where nothing came out.
 */
export async function runExporter(
  exporter: Exporter,
  design: Design,
  given: ExportOptions = {},
): Promise<ExportOutcome> {
  const refused = checkOptions(exporter, given);
  if (refused.length > 0) return fail(refused);
  const defaults = Object.fromEntries(exporter.options.map((option) => [option.key, option.default]));
  const made = await exporter.run(design, { ...defaults, ...given });
  if (!made.ok) return made;
  const errors = made.notes.filter(isError);
  if (errors.length > 0) return fail(errors);
  const isEmpty = made.value.every((file) => file.text.trim() === '');
  if (isEmpty) return fail([emptyExport(exporter)]);
  return succeed(marked(made.value), made.notes);
}

function checkOptions(exporter: Exporter, given: ExportOptions): Finding[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const option = exporter.options.find((known) => known.key === key);
    if (option === undefined) return [unknownOption(exporter, key)];
    return isAllowed(option, value) ? [] : [badOption(option, value)];
  });
}

function isAllowed(option: ExportOption, value: string | boolean): boolean {
  switch (option.type) {
    case 'switch':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return typeof value === 'string' && (option.choices ?? []).includes(value);
  }
}

function unknownOption(exporter: Exporter, key: string): Finding {
  const known = exporter.options.map((option) => option.key);
  return {
    rule: 'unknown-option',
    severity: 'error',
    path: `options.${key}`,
    message: `the export to ${exporter.id} has no option "${key}"`,
    mend: known.length === 0 ? 'Leave it out; this export has no options.' : `Use one of: ${known.join(', ')}.`,
  };
}

function badOption(option: ExportOption, value: string | boolean): Finding {
  const wanted = { switch: 'true or false', text: 'a text', choice: `one of: ${(option.choices ?? []).join(', ')}` };
  return {
    rule: 'bad-option',
    severity: 'error',
    path: `options.${option.key}`,
    message: `the option "${option.key}" cannot be ${JSON.stringify(value)}`,
    mend: `Give it ${wanted[option.type]}.`,
  };
}

function emptyExport(exporter: Exporter): Finding {
  return {
    rule: 'empty-export',
    severity: 'error',
    path: 'components',
    message: `nothing in this design can be said in the format ${exporter.id}`,
    mend: 'Add a component that the format knows.',
  };
}
