// What the documentation leaves out.
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { MOST_STEPS, sequence } from './chapters-sequence.ts';

export function docsNotes(design: Design): Finding[] {
  if (!sequence(design).isCut) return [];
  return [
    {
      rule: 'docs-sequence-cut',
      severity: 'warning',
      path: 'connections',
      message: `the sequence diagram ends after ${MOST_STEPS} steps, so some calls are not in it`,
      mend: 'See the building block view for all connections.',
    },
  ];
}
