// The rollouts of a scenario, a lane each: when one begins, and its parts one after another.
import type { Rollout } from '../../../../src/model/design.ts';
import { useDocument } from '../../../state/document.ts';
import { t } from '../../../texts.ts';
import { namesToReferTo } from '../../fields/references.ts';
import { Bar, End } from './Bar.tsx';
import { changeScenario, useTimeline } from './context.ts';
import { Lane } from './Lane.tsx';
import { moveRollout, removeItem, rolloutSegments, stretchRollout, type RolloutSegment } from './moves.ts';
import { tidy, timeText } from './time-scale.ts';

function partName({ part }: RolloutSegment): string {
  return part.kind === 'step' ? `${tidy(part.weight * 100)} %` : t(`scenario.parts.${part.kind}`);
}

function RolloutBar({ rollout, at, where }: { rollout: Rollout; at: number; where: string }) {
  const { scenario, scale, say } = useTimeline();
  const item = { list: 'rollouts', at } as const;
  const segments = rolloutSegments(rollout, scenario.durationS);
  const toS = segments.at(-1)?.toS ?? rollout.startS;
  const name = t('scenario.rolloutBar', { strategy: rollout.strategy, where, from: timeText(rollout.startS) });
  const length = Math.max(toS - rollout.startS, 1e-9);
  const move = (seconds: number, mergeKey: string): void => {
    changeScenario(scenario.id, t('scenario.stepMoveRollout'), (draft) => moveRollout(draft, at, seconds), mergeKey);
    say(t('scenario.fromTime', { what: rollout.strategy, time: timeText(Math.max(0, seconds)) }));
  };
  const stretch = (segment: RolloutSegment) => (seconds: number, mergeKey: string) => {
    const lengthS = Math.max(0, seconds - segment.fromS);
    const recipe = (draft: typeof scenario): void => stretchRollout(draft, at, segment.part, lengthS);
    changeScenario(scenario.id, t('scenario.stepStretchRollout'), recipe, mergeKey);
    say(t('scenario.lasts', { what: partName(segment), time: timeText(lengthS) }));
  };
  return (
    <>
      <Bar
        item={item}
        fromS={rollout.startS}
        toS={toS}
        name={name}
        look="rollout"
        onMove={move}
        onRemove={() =>
          changeScenario(scenario.id, t('scenario.stepRemoveRollout'), (draft) => removeItem(draft, item))
        }
      >
        {segments.map((segment) => (
          <span
            key={segment.fromS + partName(segment)}
            className={`timeline-segment timeline-segment-${segment.part.kind}`}
            style={{ width: `${((segment.toS - segment.fromS) / length) * 100}%` }}
          >
            {scale.x(segment.toS - segment.fromS) > 24 && partName(segment)}
          </span>
        ))}
      </Bar>
      {segments
        .filter(({ part }) => part.kind !== 'new')
        .map((segment, index) => (
          <End
            key={index}
            seconds={segment.toS}
            name={t('scenario.endOf', { what: `${partName(segment)}, ${name}` })}
            onMove={stretch(segment)}
            mergeKey={`timeline part ${at} ${index}`}
          />
        ))}
    </>
  );
}

export function RolloutLanes() {
  const { scenario } = useTimeline();
  const names = useDocument(({ design }) => namesToReferTo(design, 'component'));
  return (scenario.rollouts ?? []).map((rollout, at) => {
    const where = names.find(({ value }) => value === rollout.at)?.label ?? rollout.at;
    return (
      <Lane key={at} name={t('scenario.rolloutOf', { where })}>
        <RolloutBar rollout={rollout} at={at} where={where} />
      </Lane>
    );
  });
}
