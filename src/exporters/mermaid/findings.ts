// What a Mermaid diagram does not say, or not everywhere.
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { joined } from '../drawn.ts';
import type { MermaidOptions } from './options.ts';
import type { SequenceText } from './sequence.ts';

/** What Mermaid draws unless its host was initialised otherwise (`maxEdges`, `maxTextSize`); a diagram cannot say it. */
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;

/** A flowchart with more arrows than Mermaid draws by itself. */
export function tooManyArrows(design: Design): Finding[] {
  const edges = joined(design).length;
  if (edges <= MOST_EDGES) return [];
  return [
    {
      rule: 'mermaid-edge-limit',
      severity: 'warning',
      path: 'connections',
      message: `Mermaid draws ${MOST_EDGES} arrows unless told otherwise, and there are ${edges}; a diagram may not raise that limit`,
      mend: `Initialise Mermaid with maxEdges: ${edges}, or export parts of the design.`,
    },
  ];
}

/** A text longer than Mermaid takes by itself. */
export function tooLarge(text: string): Finding[] {
  if (text.length <= MOST_CHARACTERS) return [];
  return [
    {
      rule: 'mermaid-text-limit',
      severity: 'warning',
      path: '',
      message: `Mermaid draws texts of up to ${MOST_CHARACTERS} characters unless told otherwise, and this one has ${text.length}; a diagram may not raise that limit`,
      mend: `Initialise Mermaid with maxTextSize: ${text.length * 2}, or export parts of the design.`,
    },
  ];
}

/** A sequence diagram always goes from top to bottom. */
export function notInDirection({ direction }: MermaidOptions): Finding[] {
  if (direction === 'TD') return [];
  return [
    {
      rule: 'mermaid-no-direction',
      severity: 'warning',
      path: 'options.direction',
      message: 'a sequence diagram has no direction; time always goes down',
      mend: 'Leave the direction out.',
    },
  ];
}

/** Said wherever a sequence stands. */
export const REQUEST_CUT =
  'the request makes more calls than a sequence diagram can show, so the last ones are left out';

/** What one request does not come to, or what was left out of it. */
export function outsideOfRequest(design: Design, { drawn, isCut }: SequenceText): Finding[] {
  const missing = joined(design).filter(({ from, to }) => !drawn.has(`${from} ${to}`));
  const cut: Finding = {
    rule: 'mermaid-request-cut',
    severity: 'warning',
    path: 'connections',
    message: REQUEST_CUT,
    mend: 'Begin the sequence at a component further in, by the option start.',
  };
  const partial: Finding = {
    rule: 'mermaid-one-request',
    severity: 'advice',
    path: 'connections',
    message: `one request does not come along ${missing.length} connections, which are not in the sequence`,
    mend: 'Choose the flowchart to see all connections.',
  };
  return [...(isCut ? [cut] : []), ...(missing.length > 0 ? [partial] : [])];
}
