// The layout of the window: the bar, the open designs, the palette, the canvas, the inspector with its tabs, and the
// results below. Where no design is open, the welcome in place of them.
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { Canvas } from './canvas/Canvas.tsx';
import { CanvasMenu } from './canvas/CanvasMenu.tsx';
import { ComparisonBar } from './diff/ComparisonBar.tsx';
import { DialogHost } from './panels/dialogs/DialogHost.tsx';
import { DropPlace } from './panels/DropPlace.tsx';
import { Inspector } from './panels/Inspector.tsx';
import { NoticeBar } from './panels/NoticeBar.tsx';
import { SidePanel } from './panels/SidePanel.tsx';
import { WelcomeScreen } from './panels/WelcomeScreen.tsx';
import { PalettePanel } from './panels/palette/PalettePanel.tsx';
import { ResultsPanel } from './panels/results/ResultsPanel.tsx';
import { TabBar } from './panels/toolbar/TabBar.tsx';
import { Toolbar } from './panels/toolbar/Toolbar.tsx';
import { ConflictBanner } from './recovery/ConflictBanner.tsx';
import { ReplayBar } from './replay/ReplayBar.tsx';
import { safeStorage } from './state/remember.ts';
import { useSession } from './state/session.ts';
import { languageOf, useSettings } from './state/settings.ts';
import { useTabs } from './state/tabs.ts';
import { useViews } from './state/views.ts';
import { TooltipProvider } from './theme/Tooltip.tsx';
import { t } from './texts.ts';
import './app.css';

function Columns() {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'spandrel.columns', storage: safeStorage });
  return (
    <Group className="app-columns" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <SidePanel panel="palette" title={t('shell.palette')} side="left" size={196} least={150} most={320}>
        <PalettePanel />
      </SidePanel>
      <Separator className="app-separator" aria-label={t('shell.paletteWidth')} />
      <Panel id="canvas" className="app-canvas" minSize="30%">
        <ConflictBanner />
        <ComparisonBar />
        <CanvasMenu>
          <Canvas />
        </CanvasMenu>
        <ReplayBar />
        <NoticeBar />
      </Panel>
      <Separator className="app-separator" aria-label={t('shell.inspectorWidth')} />
      <SidePanel panel="inspector" title={t('shell.inspector')} side="right" size={324} least={240} most={560}>
        <Inspector />
      </SidePanel>
    </Group>
  );
}

function Rows() {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'spandrel.rows', storage: safeStorage });
  return (
    <main className="app-main" id="design">
      <Group
        className="app-rows"
        orientation="vertical"
        defaultLayout={defaultLayout}
        onLayoutChanged={onLayoutChanged}
      >
        <Panel id="upper" minSize="25%">
          <Columns />
        </Panel>
        <Separator className="app-separator" aria-label={t('shell.resultsHeight')} />
        <SidePanel panel="results" title={t('shell.results')} side="bottom" size={228} least={96} most="70%">
          <ResultsPanel />
        </SidePanel>
      </Group>
    </main>
  );
}

function Window() {
  const isEmpty = useTabs((state) => state.tabs.length === 0);
  const isReady = useSession((state) => state.isReady);
  const isPresenting = useViews((state) => state.slide !== null);
  return (
    <div className={isPresenting ? 'app app-presenting' : 'app'}>
      <Toolbar />
      <TabBar />
      {isEmpty && isReady ? (
        <>
          <WelcomeScreen />
          <NoticeBar />
        </>
      ) : (
        <Rows />
      )}
      <DialogHost />
      <DropPlace />
    </div>
  );
}

export function App() {
  // Texts and shortcuts are read while drawing, so a change of either draws the window anew.
  const language = useSettings(languageOf);
  useSettings((state) => state.shortcuts);
  return (
    <TooltipProvider delayDuration={500} skipDelayDuration={300}>
      <Window key={language} />
    </TooltipProvider>
  );
}
