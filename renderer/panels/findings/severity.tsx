// How a severity looks and is called: never by its colour alone.
import { CircleX, Lightbulb, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '../../../src/model/finding.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

interface Look {
  readonly word: string;
  readonly plural: string;
  readonly icon: LucideIcon;
}

export const severityLook: Readonly<Record<Severity, Look>> = {
  error: { word: 'Error', plural: 'Errors', icon: CircleX },
  warning: { word: 'Warning', plural: 'Warnings', icon: TriangleAlert },
  advice: { word: 'Advice', plural: 'Advice', icon: Lightbulb },
};
