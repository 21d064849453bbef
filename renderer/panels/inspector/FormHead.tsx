// The head of a form: what is being edited, in a word or two what it is, and what can be done with it.
import type { ReactNode } from 'react';

interface FormHeadProps {
  readonly title: string;
  readonly subtitle: string;
  readonly children?: ReactNode;
}

export function FormHead({ title, subtitle, children }: FormHeadProps) {
  return (
    <header className="inspector-head">
      <div className="inspector-head-text">
        <h2 title={title}>{title}</h2>
        <p>{subtitle}</p>
      </div>
      {children}
    </header>
  );
}
