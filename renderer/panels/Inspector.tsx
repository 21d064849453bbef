// The inspector: what is selected, the scenario, the findings, the exports and the answers, one tab each.
import { Tabs } from 'radix-ui';
import type { ComponentType } from 'react';
import { showTab, usePanels } from '../state/panels.ts';
import { t } from '../texts.ts';
import { useFindings } from '../state/selectors.ts';
import type { PanelTab } from '../../src/commands/command.ts';
import { AnalysisPanel } from './analysis/AnalysisPanel.tsx';
import { ExportPanel } from './exports/ExportPanel.tsx';
import { FindingsPanel } from './findings/FindingsPanel.tsx';
import { InspectorPanel } from './inspector/InspectorPanel.tsx';
import { ScenarioPanel } from './scenario/ScenarioPanel.tsx';

const TABS: readonly { readonly tab: PanelTab; readonly Content: ComponentType }[] = [
  { tab: 'design', Content: InspectorPanel },
  { tab: 'scenario', Content: ScenarioPanel },
  { tab: 'findings', Content: FindingsPanel },
  { tab: 'export', Content: ExportPanel },
  { tab: 'analysis', Content: AnalysisPanel },
];

/** How many findings there are, coloured by the worst; the tab's name stays "Findings". */
function FindingsCount() {
  const findings = useFindings();
  if (findings.length === 0) return null;
  const worst = (['error', 'warning', 'advice'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return (
    <span className={`inspector-count inspector-count-${worst}`} aria-hidden="true">
      {findings.length}
    </span>
  );
}

export function Inspector() {
  const tab = usePanels((state) => state.tab);
  return (
    <Tabs.Root className="inspector-tabs" value={tab} onValueChange={(value) => showTab(value as PanelTab)}>
      <Tabs.List className="inspector-tablist" aria-label={t('shell.inspector')}>
        {TABS.map(({ tab: value }) => (
          <Tabs.Trigger key={value} value={value} className="inspector-tab">
            {t(`shell.${value}`)}
            {value === 'findings' && <FindingsCount />}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {TABS.map(({ tab: value, Content }) => (
        <Tabs.Content key={value} value={value} className="inspector-content">
          <Content />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
