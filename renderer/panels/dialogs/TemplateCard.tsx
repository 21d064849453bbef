// A starter design as a card: a small picture drawn from the design, its name, its pattern, and what it shows.
import type { Design } from '../../../src/model/design.ts';
import type { TemplateInfo } from '../../state/session.ts';
import { said, t } from '../../texts.ts';
import { DesignPicture } from './DesignPicture.tsx';

const PATTERNS = ['layered', 'microservices', 'event-driven', 'modular', 'mixed'] as const;

/** In the language of the window; a pattern of somebody's own stays as it is written. */
export function patternTitle(pattern: string): string {
  const known = PATTERNS.find((one) => one === pattern);
  return known ? t(`dialogs.patterns.${known}`) : pattern;
}

interface TemplateCardProps {
  readonly template: TemplateInfo;
  /** Undefined until it has arrived. */
  readonly design: Design | undefined;
  readonly onChoose: () => void;
}

export function TemplateCard({ template: { name, pattern, description }, design, onChoose }: TemplateCardProps) {
  return (
    <button type="button" className="template" onClick={onChoose}>
      <span className="template-picture">{design && <DesignPicture design={design} />}</span>
      <span className="template-name">{said(name)}</span>
      <span className="template-pattern">{patternTitle(pattern)}</span>
      <span className="template-text">{said(description)}</span>
    </button>
  );
}
