// What can be chosen of a Mermaid diagram, and the choices as the diagrams take them.
import type { ExportOption, ExportOptions } from '../exporter.ts';

const DIAGRAMS = ['flowchart', 'sequence', 'c4-context', 'c4-container', 'state'] as const;
const DIRECTIONS = ['TD', 'LR', 'BT', 'RL'] as const;
const GROUPINGS = ['groups', 'family', 'none'] as const;
const THEMES = ['default', 'neutral', 'dark', 'forest', 'base'] as const;

export interface MermaidOptions {
  readonly diagram: (typeof DIAGRAMS)[number];
  readonly direction: (typeof DIRECTIONS)[number];
  readonly grouping: (typeof GROUPINGS)[number];
  readonly theme: (typeof THEMES)[number];
  /** The id of the component where the request of a sequence diagram begins; empty where the first arrival is. */
  readonly start: string;
}

export const mermaidOptions: readonly ExportOption[] = [
  {
    key: 'diagram',
    title: 'Diagram',
    help: 'A flowchart of all, one request as a sequence, the C4 model, or the states of the rollouts.',
    type: 'choice',
    choices: DIAGRAMS,
    default: 'flowchart',
  },
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
  {
    key: 'start',
    title: 'Start of the sequence',
    help: 'The id of the component where the request begins; empty takes where the first scenario has its first arrivals.',
    type: 'text',
    default: '',
  },
];

/** The options as they were checked by `runExporter`. */
export function chosen(options: ExportOptions): MermaidOptions {
  return {
    diagram: DIAGRAMS.find((choice) => choice === options.diagram) ?? 'flowchart',
    direction: DIRECTIONS.find((choice) => choice === options.direction) ?? 'TD',
    grouping: GROUPINGS.find((choice) => choice === options.grouping) ?? 'groups',
    theme: THEMES.find((choice) => choice === options.theme) ?? 'default',
    start: typeof options.start === 'string' ? options.start.trim() : '',
  };
}
