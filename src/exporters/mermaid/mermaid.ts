// Mermaid: the design as one flowchart, for a README, a wiki or a pull request.
import type { Design } from '../../model/design.ts';
import { succeed, type Finding } from '../../model/finding.ts';
import type { Exporter, ExportOptions } from '../exporter.ts';
import { DIRECTIONS, flowchart, GROUPINGS, joined, THEMES, type FlowchartOptions } from './flowchart.ts';

/** What Mermaid draws unless its host was initialised otherwise (`maxEdges`, `maxTextSize`); a diagram cannot say it. */
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;

export const mermaid: Exporter = {
  id: 'mermaid',
  title: 'Mermaid flowchart',
  description: 'A flowchart with a box for each component, subgraphs for groups and arrows for connections',
  fileName: 'architecture.mmd',
  stream: null,
  options: [
    {
      key: 'direction',
      title: 'Direction',
      help: 'Where the arrows lead: top down, left to right, bottom to top or right to left.',
      type: 'choice',
      choices: DIRECTIONS,
      default: 'TD',
    },
    {
      key: 'grouping',
      title: 'Grouping',
      help: 'What the subgraphs are: the groups of the design, the families of its components, or none.',
      type: 'choice',
      choices: GROUPINGS,
      default: 'groups',
    },
    {
      key: 'theme',
      title: 'Theme',
      help: "Mermaid's own themes.",
      type: 'choice',
      choices: THEMES,
      default: 'default',
    },
  ],
  run: (design, options) => {
    if (design.components.length === 0) return succeed([]);
    const text = flowchart(design, chosen(options));
    return succeed([{ path: mermaid.fileName, text }], [...lost(design), ...tooLarge(design, text)]);
  },
};

function chosen({ direction, grouping, theme }: ExportOptions): FlowchartOptions {
  return {
    direction: DIRECTIONS.find((choice) => choice === direction) ?? 'TD',
    grouping: GROUPINGS.find((choice) => choice === grouping) ?? 'groups',
    theme: THEMES.find((choice) => choice === theme) ?? 'default',
  };
}

function lost(design: Design): Finding[] {
  const drawn = new Set(joined(design));
  return (design.connections ?? [])
    .filter((connection) => !drawn.has(connection))
    .map(({ id, from, to }) => ({
      rule: 'unknown-reference',
      severity: 'warning',
      path: `connections.${id}`,
      message: `the connection from ${from} to ${to} is not drawn, since one of them is not in the design`,
      mend: 'Connect it to components of the design, or remove it.',
    }));
}

function tooLarge(design: Design, text: string): Finding[] {
  const findings: Finding[] = [];
  const edges = joined(design).length;
  if (edges > MOST_EDGES) {
    findings.push({
      rule: 'mermaid-edge-limit',
      severity: 'warning',
      path: 'connections',
      message: `Mermaid draws ${MOST_EDGES} arrows unless told otherwise, and there are ${edges}; a diagram may not raise that limit`,
      mend: `Initialise Mermaid with maxEdges: ${edges}, or export parts of the design.`,
    });
  }
  if (text.length > MOST_CHARACTERS) {
    findings.push({
      rule: 'mermaid-text-limit',
      severity: 'warning',
      path: '',
      message: `Mermaid draws texts of up to ${MOST_CHARACTERS} characters unless told otherwise, and this one has ${text.length}; a diagram may not raise that limit`,
      mend: `Initialise Mermaid with maxTextSize: ${text.length * 2}, or export parts of the design.`,
    });
  }
  return findings;
}
