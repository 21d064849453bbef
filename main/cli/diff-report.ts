// What changed between two designs as a page of text: grouped, each line with its path, moves summed up in one.
import type { Change } from '../../src/analysis/diff.ts';
import { table } from './figures.ts';
import { printable } from './printable.ts';

const GROUPS: readonly (readonly [string, string])[] = [
  ['groups', 'Groups'],
  ['groupLatencies', 'Latencies between groups'],
  ['components', 'Components'],
  ['connections', 'Connections'],
  ['objectives', 'Objectives'],
  ['scenarios', 'Scenarios'],
  ['notes', 'Notes'],
];
const LONGEST = 160;

/** Nothing but where things stand on the canvas. */
export function isViewOnly({ kind }: Change): boolean {
  return kind === 'moved';
}

export function diffText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No difference\n';
  const told = changes.filter((change) => !isViewOnly(change));
  const listOf = ({ path }: Change): string => path.split('.', 1)[0] ?? '';
  const known = new Set(GROUPS.map(([key]) => key));
  const sections = [
    ...section(
      'Design',
      told.filter((change) => !known.has(listOf(change))),
    ),
    ...GROUPS.flatMap(([key, title]) =>
      section(
        title,
        told.filter((change) => listOf(change) === key),
      ),
    ),
    ...viewLine(changes.filter(isViewOnly)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(title: string, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const lines = table<Change>(
    [
      { title, align: 'left', cell: ({ text }) => `  ${shortened(printable(text))}` },
      { title: '', align: 'left', cell: ({ path }) => printable(path) },
    ],
    changes,
  );
  return [lines.join('\n')];
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}

/** "View only: components api, db moved". */
function viewLine(moves: readonly Change[]): string[] {
  if (moves.length === 0) return [];
  const counts = GROUPS.flatMap(([key, title]) => {
    const count = moves.filter(({ path }) => path.startsWith(`${key}.`)).length;
    return count === 0 ? [] : [`${title.toLowerCase()} ${String(count)}`];
  });
  return [`On the canvas only, moved: ${counts.join(', ')}`];
}
