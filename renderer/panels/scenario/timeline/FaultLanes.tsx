// The faults of a scenario, a lane for each component, group or connection that they strike.
import type { Fault } from '../../../../src/model/design.ts';
import { useDocument } from '../../../state/document.ts';
import { t } from '../../../texts.ts';
import { namesToReferTo } from '../../fields/references.ts';
import { Bar, End } from './Bar.tsx';
import { changeScenario, useTimeline } from './context.ts';
import { Lane } from './Lane.tsx';
import { isTimed, moveFault, removeItem, resizeFault } from './moves.ts';
import { timeText } from './time-scale.ts';

function strickenBy(fault: Fault): string {
  return 'connection' in fault ? fault.connection : fault.at;
}

function useNameOf(): (fault: Fault) => string {
  const places = useDocument(({ design }) => namesToReferTo(design, 'component-or-group'));
  const connections = useDocument(({ design }) => namesToReferTo(design, 'connection'));
  return (fault) => {
    const choices = 'connection' in fault ? connections : places;
    return choices.find(({ value }) => value === strickenBy(fault))?.label ?? strickenBy(fault);
  };
}

function FaultBar({ fault, at, where }: { fault: Fault; at: number; where: string }) {
  const { scenario, say } = useTimeline();
  const kind = t(`scenario.faults.${fault.kind}`);
  const item = { list: 'faults', at } as const;
  const remove = (): void =>
    changeScenario(scenario.id, t('scenario.stepRemoveFault'), (draft) => removeItem(draft, item));
  if (!isTimed(fault))
    return (
      <Bar
        item={item}
        fromS={0}
        toS={scenario.durationS}
        name={t('scenario.faultAlways', { kind, where })}
        look="always"
        onMove={null}
        onRemove={remove}
      >
        {kind}
      </Bar>
    );
  const toS = fault.fromS + fault.durationS;
  const name = t('scenario.faultBar', { kind, where, from: timeText(fault.fromS), length: timeText(fault.durationS) });
  const move = (seconds: number, mergeKey: string): void => {
    changeScenario(scenario.id, t('scenario.stepMoveFault'), (draft) => moveFault(draft, at, seconds), mergeKey);
    say(t('scenario.fromTime', { what: kind, time: timeText(Math.max(0, seconds)) }));
  };
  const resize = (end: 'from' | 'to') => (seconds: number, mergeKey: string) => {
    changeScenario(
      scenario.id,
      t('scenario.stepResizeFault'),
      (draft) => resizeFault(draft, at, end, seconds),
      mergeKey,
    );
    const edge = Math.max(0, seconds);
    say(
      t('scenario.spanOf', {
        what: kind,
        from: timeText(end === 'from' ? edge : fault.fromS),
        to: timeText(end === 'to' ? edge : toS),
      }),
    );
  };
  return (
    <>
      <Bar item={item} fromS={fault.fromS} toS={toS} name={name} look="fault" onMove={move} onRemove={remove}>
        {kind}
      </Bar>
      <End
        seconds={fault.fromS}
        name={t('scenario.startOf', { what: name })}
        onMove={resize('from')}
        mergeKey={`timeline start ${at}`}
      />
      <End
        seconds={toS}
        name={t('scenario.endOf', { what: name })}
        onMove={resize('to')}
        mergeKey={`timeline end ${at}`}
      />
    </>
  );
}

export function FaultLanes() {
  const { scenario } = useTimeline();
  const nameOf = useNameOf();
  const lanes = new Map<string, { readonly name: string; readonly faults: (readonly [Fault, number])[] }>();
  (scenario.faults ?? []).forEach((fault, at) => {
    const name = nameOf(fault);
    const lane = lanes.get(strickenBy(fault)) ?? { name, faults: [] };
    lane.faults.push([fault, at]);
    lanes.set(strickenBy(fault), lane);
  });
  return [...lanes].map(([id, { name, faults }]) => (
    <Lane key={id} name={t('scenario.faultsAt', { where: name })}>
      {faults.map(([fault, at]) => (
        <FaultBar key={at} fault={fault} at={at} where={name} />
      ))}
    </Lane>
  ));
}
