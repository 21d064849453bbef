// The "Analysis" tab: answers about the open design, each in a section that folds and can be shown large.
import { Maximize2 } from 'lucide-react';
import type { ComponentType } from 'react';
import { isError } from '../../../src/model/finding.ts';
import { useDocument } from '../../state/document.ts';
import { openDialog, showTab } from '../../state/panels.ts';
import { findingsOf, useScenarioId } from '../../state/selectors.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import { closeDialog } from '../../state/panels.ts';
import { FoldSection } from '../FoldSection.tsx';
import { CompareSection } from './CompareSection.tsx';
import { LoadSection } from './LoadSection.tsx';
import { PlanSection } from './PlanSection.tsx';
import { SensitivitySection } from './SensitivitySection.tsx';
import { SweepSection } from './SweepSection.tsx';
import type { AnalysisSection, SectionProps } from './sections.ts';
import './analysis.css';

const SECTIONS: readonly { readonly id: AnalysisSection; readonly Content: ComponentType<SectionProps> }[] = [
  { id: 'sensitivity', Content: SensitivitySection },
  { id: 'load', Content: LoadSection },
  { id: 'plan', Content: PlanSection },
  { id: 'sweep', Content: SweepSection },
  { id: 'compare', Content: CompareSection },
];

export function AnalysisPanel() {
  const obstacle = useObstacle();
  if (obstacle !== null) return <Obstacle {...obstacle} />;
  return (
    <div className="analysis">
      {SECTIONS.map(({ id, Content }, place) => (
        <FoldSection key={id} fold={`analysis ${id}`} title={t(`analysis.sections.${id}`)} openAtFirst={place < 2}>
          <div className="analysis-section">
            <IconButton
              className="analysis-enlarge"
              icon={Maximize2}
              label={t('analysis.enlarge', { what: t(`analysis.sections.${id}`) })}
              tooltip={t('analysis.showLarge')}
              onClick={() => openDialog({ kind: 'analysis', section: id })}
            />
            <Content isLarge={false} />
          </div>
        </FoldSection>
      ))}
    </div>
  );
}

/** One section with the whole window for its picture, as on the big screen of a meeting. */
export function AnalysisDialog({ section }: { readonly section: AnalysisSection }) {
  const found = SECTIONS.find(({ id }) => id === section);
  if (!found) return null;
  return (
    <Dialog title={t(`analysis.sections.${section}`)} size="largest" onClose={closeDialog}>
      <div className="analysis-section analysis-large">
        <found.Content isLarge />
      </div>
    </Dialog>
  );
}

type ObstacleKind = { readonly kind: 'errors'; readonly count: number } | { readonly kind: 'no-scenario' };

/** Null where the design can be asked. */
function useObstacle(): ObstacleKind | null {
  const count = useDocument(({ design }) => findingsOf(design).filter(isError).length);
  const isEmpty = useDocument(({ design }) => design.components.length === 0);
  const scenario = useScenarioId();
  if (count > 0) return { kind: 'errors', count };
  return scenario === null || isEmpty ? { kind: 'no-scenario' } : null;
}

function Obstacle(obstacle: ObstacleKind) {
  const isErrors = obstacle.kind === 'errors';
  return (
    <div className="analysis-obstacle">
      <p>{isErrors ? t('analysis.errors', { count: obstacle.count }) : t('analysis.nothing')}</p>
      <Button onClick={() => showTab(isErrors ? 'findings' : 'scenario')}>
        {isErrors ? t('analysis.showFindings') : t('analysis.showScenario')}
      </Button>
    </div>
  );
}
