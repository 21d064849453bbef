// The zoom beside the minimap: out, the zoom itself (back to 100 %), in, and the whole design.
import { useStore, type ReactFlowState } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { canvasStore } from '../state/canvas.ts';
import { shownKeys } from '../commands/keys.ts';
import { IconButton } from '../theme/Button.tsx';
import { t } from '../texts.ts';
import { Tooltip } from '../theme/Tooltip.tsx';

const percent = (state: ReactFlowState): number => Math.round(state.transform[2] * 100);

export function ZoomBar() {
  const zoom = useStore(percent);
  const control = (): ReturnType<typeof canvasStore.getState>['viewport'] => canvasStore.getState().viewport;
  return (
    <div className="canvas-zoom">
      <IconButton
        icon={Minus}
        label={t('views.zoomOut')}
        keys={shownKeys('Mod+-')}
        onClick={() => control()?.zoom('out')}
      />
      <Tooltip text={t('views.zoomReset')} keys={shownKeys('Mod+Shift+0')}>
        <button
          type="button"
          className="button button-quiet canvas-zoom-now"
          aria-label={t('views.zoomNow', { percent: zoom })}
          onClick={() => control()?.zoom('reset')}
        >
          {zoom} %
        </button>
      </Tooltip>
      <IconButton
        icon={Plus}
        label={t('views.zoomIn')}
        keys={shownKeys('Mod+=')}
        onClick={() => control()?.zoom('in')}
      />
      <IconButton icon={Maximize} label={t('views.fit')} keys={shownKeys('Mod+0')} onClick={() => control()?.fit()} />
    </div>
  );
}
