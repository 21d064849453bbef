// What stands where a run has nothing to show: why, and how to get it.
import type { ReactNode } from 'react';

interface EmptyResultProps {
  readonly title: string;
  readonly hint: ReactNode;
}

export function EmptyResult({ title, hint }: EmptyResultProps) {
  return (
    <div className="results-nothing">
      <p>{title}</p>
      <p className="results-hint">{hint}</p>
    </div>
  );
}
