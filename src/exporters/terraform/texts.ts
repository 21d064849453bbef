// Terraform composes the accents of every text (Unicode's form NFC), so that some arrive as other characters.
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';

export function changedTexts(design: Design): Finding[] {
  return design.components.flatMap(({ id, runtime }) =>
    Object.entries(runtime?.env ?? {})
      .filter(([, value]) => value !== value.normalize('NFC'))
      .map(([name]) => ({
        rule: 'unicode-composed',
        severity: 'warning' as const,
        path: `components.${id}.runtime.env.${name}`,
        message: `Terraform writes the accents of ${name} as single characters`,
        mend: 'Write the value in the form NFC of Unicode.',
      })),
  );
}
