// One request through the synchronous calls, as a Mermaid sequence diagram.
import type { Design } from '../../model/design.ts';
import { joined } from '../mermaid/parts.ts';
import { quotedLabel } from '../mermaid/label.ts';

export const MOST_STEPS = 60;

/** Each connection is followed once; participants are numbered, so that no id is taken for a word of the language. */
export function sequence(design: Design): { readonly text: string; readonly isCut: boolean } {
  const connections = joined(design);
  const numbers = new Map(design.components.map(({ id }, at) => [id, `p${at}`]));
  const called = new Set(connections.map(({ to }) => to));
  const arrival = design.scenarios?.[0]?.arrivals[0]?.at;
  const known = design.components.find(({ id }) => id === arrival);
  const start = known ?? design.components.find(({ id }) => !called.has(id)) ?? design.components[0];
  const steps: string[] = [];
  const used = new Set<string>();
  const seen = new Set<string>();
  let isCut = false;
  const visit = (id: string): void => {
    used.add(id);
    for (const { id: connection, to, mode, label } of connections.filter(({ from }) => from === id)) {
      if (seen.has(connection)) continue;
      if (steps.length >= MOST_STEPS) isCut = true;
      if (isCut) return;
      seen.add(connection);
      used.add(to);
      const [from, end] = [numbers.get(id) ?? '', numbers.get(to) ?? ''];
      const isAsync = mode === 'async';
      steps.push(`  ${from}${isAsync ? '-)' : '->>'}${end}: ${message(label ?? connection)}`);
      if (isAsync) continue;
      visit(to);
      steps.push(`  ${end}-->>${from}: ok`);
    }
  };
  if (start !== undefined) visit(start.id);
  const participants = design.components
    .filter(({ id }) => used.has(id))
    .map(
      ({ id, name }) =>
        `  participant ${numbers.get(id) ?? ''} as ${message((name ?? '').trim() === '' ? id : (name ?? id))}`,
    );
  return { text: `${['sequenceDiagram', ...participants, ...steps].join('\n')}\n`, isCut };
}

/** Unlike a flowchart's, these labels are not quoted, and end with the line. */
function message(text: string): string {
  return quotedLabel(text.replaceAll(/\s+/gu, ' ').trim() || '-')
    .slice(1, -1)
    .replaceAll(/\b(end)\b/gi, (word) => `#${word.codePointAt(0) ?? 0};${word.slice(1)}`);
}
