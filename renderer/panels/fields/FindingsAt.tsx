// The findings of a part as a whole, where no single field stands for them.
import { useFindingsAt } from '../../state/selectors.ts';
import { FindingLine } from '../findings/FindingLine.tsx';

export function FindingsAt({ path }: { path: string }) {
  const findings = useFindingsAt(path);
  if (findings.length === 0) return null;
  return (
    <div className="field-findings">
      {findings.map((finding) => (
        <FindingLine key={`${finding.rule} ${finding.message}`} finding={finding} />
      ))}
    </div>
  );
}
