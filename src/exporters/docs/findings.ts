// What the documentation leaves out, or a reader of Mermaid does not draw.
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { notDrawn } from '../drawn.ts';
import { REQUEST_CUT, tooManyArrows } from '../mermaid/findings.ts';
import { usualRequest } from './diagrams.ts';

export function docsNotes(design: Design): Finding[] {
  const cut: Finding = {
    rule: 'docs-sequence-cut',
    severity: 'warning',
    path: 'connections',
    message: REQUEST_CUT,
    mend: 'See the building block view for all connections.',
  };
  return [...notDrawn(design), ...tooManyArrows(design), ...(usualRequest(design)?.isCut === true ? [cut] : [])];
}
