// The layout of the window: the bar, the palette, the canvas, the inspector with its tabs, and the results below.
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { Canvas } from './canvas/Canvas.tsx';
import { CanvasMenu } from './canvas/CanvasMenu.tsx';
import { DialogHost } from './panels/dialogs/DialogHost.tsx';
import { Inspector } from './panels/Inspector.tsx';
import { NoticeBar } from './panels/NoticeBar.tsx';
import { SidePanel } from './panels/SidePanel.tsx';
import { PalettePanel } from './panels/palette/PalettePanel.tsx';
import { ResultsPanel } from './panels/results/ResultsPanel.tsx';
import { Toolbar } from './panels/toolbar/Toolbar.tsx';
import { ReplayBar } from './replay/ReplayBar.tsx';
import { safeStorage } from './state/remember.ts';
import { useViews } from './state/views.ts';
import { TooltipProvider } from './theme/Tooltip.tsx';
import './app.css';

function Columns() {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'spandrel.columns', storage: safeStorage });
  return (
    <Group className="app-columns" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <SidePanel panel="palette" title="Palette" side="left" size={196} least={150} most={320}>
        <PalettePanel />
      </SidePanel>
      <Separator className="app-separator" aria-label="Width of the palette" />
      <Panel id="canvas" className="app-canvas" minSize="30%">
        <CanvasMenu>
          <Canvas />
        </CanvasMenu>
        <ReplayBar />
        <NoticeBar />
      </Panel>
      <Separator className="app-separator" aria-label="Width of the inspector" />
      <SidePanel panel="inspector" title="Inspector" side="right" size={324} least={240} most={560}>
        <Inspector />
      </SidePanel>
    </Group>
  );
}

export function App() {
  const isPresenting = useViews((state) => state.slide !== null);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'spandrel.rows', storage: safeStorage });
  return (
    <TooltipProvider delayDuration={500} skipDelayDuration={300}>
      <div className={isPresenting ? 'app app-presenting' : 'app'}>
        <Toolbar />
        <main className="app-main">
          <Group
            className="app-rows"
            orientation="vertical"
            defaultLayout={defaultLayout}
            onLayoutChanged={onLayoutChanged}
          >
            <Panel id="upper" minSize="25%">
              <Columns />
            </Panel>
            <Separator className="app-separator" aria-label="Height of the results" />
            <SidePanel panel="results" title="Results" side="bottom" size={228} least={96} most="70%">
              <ResultsPanel />
            </SidePanel>
          </Group>
        </main>
        <DialogHost />
      </div>
    </TooltipProvider>
  );
}
