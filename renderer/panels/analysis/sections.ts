// What the sections of the "Analysis" tab have in common.

export const ANALYSIS_SECTIONS = ['sensitivity', 'load', 'plan', 'sweep', 'compare'] as const;
export type AnalysisSection = (typeof ANALYSIS_SECTIONS)[number];

export interface SectionProps {
  /** Shown in a dialog, with room for a large picture. */
  readonly isLarge: boolean;
}
