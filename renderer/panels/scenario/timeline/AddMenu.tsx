// Adding to the timeline at its cursor: arrivals, each kind of fault, a rollout.
import { Plus } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { Fault } from '../../../../src/model/design.ts';
import { documentStore, useDocument } from '../../../state/document.ts';
import { t } from '../../../texts.ts';
import { newArrival } from '../scenarios.ts';
import { changeScenario, useTimeline } from './context.ts';
import { FAULT_KINDS, newFault, newRollout } from './new-items.ts';
import { timeText } from './time-scale.ts';

export function AddMenu({ seconds }: { seconds: number }) {
  const { scenario, open } = useTimeline();
  const hasComponents = useDocument(({ design }) => design.components.length > 0);
  const hasConnections = useDocument(({ design }) => (design.connections ?? []).length > 0);
  const addArrivals = (): void => {
    const arrival = newArrival(documentStore.getState().design);
    changeScenario(scenario.id, t('scenario.stepAddArrivals'), (draft) => void draft.arrivals.push(arrival));
    open({ list: 'arrivals', at: scenario.arrivals.length });
  };
  const addFault = (kind: Fault['kind']): void => {
    const fault = newFault(documentStore.getState().design, scenario, kind, seconds);
    changeScenario(scenario.id, t('scenario.stepAddFault'), (draft) => {
      draft.faults = [...(draft.faults ?? []), fault];
    });
    open({ list: 'faults', at: scenario.faults?.length ?? 0 });
  };
  const addRollout = (): void => {
    const rollout = newRollout(documentStore.getState().design, scenario, seconds);
    changeScenario(scenario.id, t('scenario.stepAddRollout'), (draft) => {
      draft.rollouts = [...(draft.rollouts ?? []), rollout];
    });
    open({ list: 'rollouts', at: scenario.rollouts?.length ?? 0 });
  };
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <button type="button" className="field-button" disabled={!hasComponents}>
          <Plus size={12} aria-hidden="true" /> {t('scenario.addAt', { time: timeText(seconds) })}
        </button>
      </Radix.Trigger>
      <Radix.Portal>
        {/* The fields of what was added take the focus, not the button. */}
        <Radix.Content
          className="menu"
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Radix.Item className="menu-item" onSelect={addArrivals}>
            {t('scenario.arrivals')}
          </Radix.Item>
          <Radix.Separator className="menu-separator" />
          {FAULT_KINDS.map(({ kind, needs }) => (
            <Radix.Item
              key={kind}
              className="menu-item"
              disabled={needs === 'connection' && !hasConnections}
              onSelect={() => addFault(kind)}
            >
              {t(`scenario.faults.${kind}`)}
            </Radix.Item>
          ))}
          <Radix.Separator className="menu-separator" />
          <Radix.Item className="menu-item" onSelect={addRollout}>
            {t('scenario.rollout')}
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
