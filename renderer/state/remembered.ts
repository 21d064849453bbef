// What was remembered of the panels, as far as it still means something.
import { CHARTS, type PanelsState } from './panels.ts';

export function remembered(text: string | null): Partial<PanelsState> {
  if (text === null) return {};
  try {
    const { palette, inspector, results, charts, simulateOnEdit } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(typeof palette === 'boolean' && { palette }),
      ...(typeof inspector === 'boolean' && { inspector }),
      ...(typeof results === 'boolean' && { results }),
      ...(typeof simulateOnEdit === 'boolean' && { simulateOnEdit }),
      ...(Array.isArray(charts) && { charts: CHARTS.filter((key) => charts.includes(key)) }),
    };
  } catch {
    return {};
  }
}
