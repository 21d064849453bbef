// Results of a simulation that an export lays over the design: what `simulate --json` prints.
import type { Design } from '../model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../model/finding.ts';
import type { Result } from '../simulation/result.ts';
import type { ExportOption } from './exporter.ts';

export type Figures = Pick<Result, 'components' | 'connections'>;

export const RESULTS: ExportOption = {
  key: 'results',
  title: 'Results',
  help: 'The output of simulate --json, whose figures are laid over the picture.',
  type: 'text',
  isFile: true,
  default: '',
};

/** Null where no results are given. Fails on what is no result, and on one of another design. */
export async function figuresOf(design: Design, text: string): Promise<Outcome<Figures | null>> {
  if (text.trim() === '') return succeed(null);
  const { resultSchema } = await import('../simulation/result.ts');
  const read = resultSchema.pick({ components: true, connections: true }).safeParse(parsed(text));
  if (!read.success) return fail([badResults('the results are not what simulate --json prints')]);
  const known = design.components.filter(({ id }) => Object.hasOwn(read.data.components, id));
  if (known.length === 0) return fail([badResults('the results are of another design')]);
  return succeed(read.data, known.length === design.components.length ? [] : [notMeasured(design, read.data)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function badResults(message: string): Finding {
  return {
    rule: 'bad-results',
    severity: 'error',
    path: 'options.results',
    message,
    mend: 'Hand over the output of simulate --json.',
  };
}

function notMeasured(design: Design, { components }: Figures): Finding {
  const missing = design.components.filter(({ id }) => !Object.hasOwn(components, id)).map(({ id }) => id);
  return {
    rule: 'not-measured',
    severity: 'warning',
    path: `components.${missing[0] ?? ''}`,
    message: `the results say nothing of ${missing.join(', ')}`,
    mend: 'Simulate the design as it is now and export again.',
  };
}
