// Mermaid's own parser without a DOM: what it understood of a text, with labels as the reader of the diagram sees them.
import DOMPurify from 'dompurify';

export interface ReadFlowchart {
  readonly direction: string;
  readonly theme: string | undefined;
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly shape: string }[];
  readonly arrows: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly dashed: boolean;
  }[];
  /** Outermost last, as Mermaid lists them; `holds` are the ids of boxes and subgraphs directly inside. */
  readonly subgraphs: readonly { readonly id: string; readonly label: string; readonly holds: readonly string[] }[];
}

interface FlowDb {
  getDirection(): string;
  getVertices(): Map<string, { id: string; text?: string; type?: string; labelType: string }>;
  getEdges(): { start: string; end: string; text: string; stroke: string; labelType: string }[];
  getSubGraphs(): { id: string; title: string; nodes: string[]; labelType: string }[];
}

// Without a DOM DOMPurify is an empty function; what Mermaid asks of it is not needed to read a text.
if (!DOMPurify.isSupported) {
  Object.assign(DOMPurify, { addHook: () => undefined, sanitize: String });
}
const { default: mermaid } = await import('mermaid');

export { mermaid as mermaidParser };

/** Rejects where Mermaid does not accept the text, as it would on a page that uses it without settings of its own. */
export async function readFlowchart(text: string, limits: { maxEdges?: number } = {}): Promise<ReadFlowchart> {
  mermaid.initialize({ maxEdges: 500, ...limits });
  const { config } = await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const flowchart = db as unknown as FlowDb;
  return {
    direction: flowchart.getDirection(),
    theme: config.theme,
    boxes: [...flowchart.getVertices().values()].map((vertex) => ({
      id: vertex.id,
      label: shownText(vertex.text ?? '', vertex.labelType),
      shape: vertex.type ?? 'none',
    })),
    arrows: flowchart.getEdges().map((edge) => ({
      from: edge.start,
      to: edge.end,
      label: shownText(edge.text, edge.labelType),
      dashed: edge.stroke === 'dotted',
    })),
    subgraphs: flowchart.getSubGraphs().map((subgraph) => ({
      id: subgraph.id,
      label: shownText(subgraph.title, subgraph.labelType),
      holds: [...subgraph.nodes].sort(),
    })),
  };
}

/** The text behind the label's entities; throws where it holds anything that a page would show as markup. */
export function shownText(label: string, labelType: string): string {
  if (labelType !== 'string' && labelType !== 'text') throw new Error(`a label of type ${labelType}: ${label}`);
  return label.split('<br/>').map(shownLine).join('\n');
}

function shownLine(line: string): string {
  const markup = /[<>&"`*~$\\[\]]|\b(?:fa[bklrs]?):|ﬂ°(?!°\d+¶ß)|^\s*(?:[-+]|\d+[.)])(?:\s|$)|(?<!\w)_|_(?!\w)/u;
  if (markup.test(line)) throw new Error(`markup in a label: ${line}`);
  return line.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
