// How a severity looks and is called: never by its colour alone.
import { CircleX, Lightbulb, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '../../../src/model/finding.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

interface Look {
  /** The key of its word for several. */
  readonly plural: 'findings.errors' | 'findings.warnings' | 'findings.advices';
  readonly icon: LucideIcon;
}

export const severityLook: Readonly<Record<Severity, Look>> = {
  error: { plural: 'findings.errors', icon: CircleX },
  warning: { plural: 'findings.warnings', icon: TriangleAlert },
  advice: { plural: 'findings.advices', icon: Lightbulb },
};
