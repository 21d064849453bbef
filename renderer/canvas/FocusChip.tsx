// Says what is in focus, how far around it, and ends it.
import { Focus as FocusIcon, X } from 'lucide-react';
import { FOCUS_DIRECTIONS, type FocusDirection } from '../../src/commands/command.ts';
import { componentById, nameOf } from '../../src/model/graph.ts';
import { useDocument } from '../state/document.ts';
import { changeFocus, endFocus, useViews } from '../state/views.ts';
import { t } from '../texts.ts';
import { IconButton } from '../theme/Button.tsx';
import { Select } from '../theme/Select.tsx';

const ALL = 'all';
const STEPS = [1, 2, 3, 4, 5] as const;

export function FocusChip() {
  const focus = useViews((state) => state.focus);
  const name = useDocument(({ design }) => {
    const component = focus && componentById(design, focus.component);
    return component ? nameOf(component) : null;
  });
  if (!focus || name === null) return null;
  const steps = [
    ...STEPS.map((count) => ({ value: String(count), label: t('views.steps', { count }) })),
    { value: ALL, label: t('views.allSteps') },
  ];
  const directions = FOCUS_DIRECTIONS.map((value) => ({ value, label: t(`views.direction.${value}`) }));
  return (
    <div className="canvas-focus" role="group" aria-label={t('views.focusOn', { name })}>
      <FocusIcon size={14} aria-hidden="true" />
      <span className="canvas-focus-name">{name}</span>
      <Select
        label={t('views.howFar')}
        value={focus.steps === null ? ALL : String(focus.steps)}
        choices={steps}
        onChoose={(value) => changeFocus({ steps: value === ALL ? null : Number(value) })}
      />
      <Select
        label={t('views.whichWay')}
        value={focus.direction}
        choices={directions}
        onChoose={(value) => changeFocus({ direction: value as FocusDirection })}
      />
      <IconButton icon={X} label={t('views.endFocus')} onClick={endFocus} />
    </div>
  );
}
