// The open designs of the window, a tab each. Arrow keys walk, Enter shows, Delete or the middle button closes; a tab is
// dragged to another place.
import { LoaderCircle, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { requestClose } from '../../commands/tab-actions.ts';
import { runCommandById } from '../../commands/run-command.ts';
import { shownKeysOfId } from '../../commands/command-texts.ts';
import { isDirty, useDocument } from '../../state/document.ts';
import { parkedState, parkedStore } from '../../state/per-design.ts';
import { resultsStore, useResults } from '../../state/results.ts';
import { documentOf, moveTab, showDesign, useTabs, type Tab } from '../../state/tabs.ts';
import { IconButton } from '../../theme/Button.tsx';
import { Tooltip } from '../../theme/Tooltip.tsx';
import { useStore } from 'zustand';
import { t } from '../../texts.ts';
import { CommandContextMenu } from './CommandContextMenu.tsx';

function useIsRunning(id: string, isShown: boolean): boolean {
  const here = useResults((state) => state.underWay !== null);
  const parked = useStore(parkedStore, (state) => Boolean(parkedState(resultsStore, state[id])?.underWay));
  return isShown ? here : parked;
}

/** The keys of a row of tabs, as WAI-ARIA has them. */
function onKey(event: KeyboardEvent<HTMLElement>, id: string): void {
  const all = [...(event.currentTarget.closest('[role=tablist]')?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const index = all.indexOf(event.currentTarget);
  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) all[(to + all.length) % all.length]?.focus();
  else if (event.key === 'Delete') requestClose(id);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const DRAGGED = 'application/x-spandrel-tab';

interface TabItemProps {
  readonly tab: Tab;
  readonly index: number;
  readonly isShown: boolean;
}

function TabItem({ tab, index, isShown }: TabItemProps) {
  // Both are drawn from the store while the tab is shown, else from what is parked.
  const shownName = useDocument((state) => state.design.name);
  const shownDirty = useDocument(isDirty);
  const name = isShown ? shownName : documentOf(tab).design.name;
  const dirty = isShown ? shownDirty : isDirty(documentOf(tab));
  const path = documentOf(tab).file.path;
  const isRunning = useIsRunning(tab.id, isShown);
  const [isOver, setOver] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown, index]);
  const closeByMiddle = (event: MouseEvent): void => {
    if (event.button !== 1) return;
    event.preventDefault();
    requestClose(tab.id);
  };
  return (
    <div
      ref={ref}
      role="presentation"
      className={`tab ${isShown ? 'tab-shown' : ''} ${isOver ? 'tab-over' : ''}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, tab.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        moveTab(event.dataTransfer.getData(DRAGGED), index);
      }}
      onAuxClick={closeByMiddle}
    >
      <Tooltip text={path ?? t('shell.notSavedYet')}>
        <button
          type="button"
          role="tab"
          aria-selected={isShown}
          aria-controls="design"
          tabIndex={isShown ? 0 : -1}
          className="tab-name"
          onClick={() => showDesign(tab.id)}
          onKeyDown={(event) => onKey(event, tab.id)}
        >
          <span className="tab-text">{name}</span>
          {isRunning && <LoaderCircle size={12} className="tab-running" aria-label={t('shell.running')} />}
          {dirty && (
            <span className="toolbar-unsaved">
              <span aria-hidden="true">●</span>
              <span className="visually-hidden">, {t('shell.unsavedChanges')}</span>
            </span>
          )}
        </button>
      </Tooltip>
      {/* For the pointer alone: a tab may hold nothing else that takes the focus, and Delete closes it by key. */}
      <button
        type="button"
        className="tab-close"
        tabIndex={-1}
        aria-hidden="true"
        title={t('shell.closeTab', { name })}
        onClick={() => requestClose(tab.id)}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </div>
  );
}

export function TabBar() {
  const tabs = useTabs((state) => state.tabs);
  const activeId = useTabs((state) => state.activeId);
  if (tabs.length < 2) return null;
  return (
    <nav className="tabs" aria-label={t('shell.tabs')}>
      <CommandContextMenu
        className="tabs-place"
        prepare={(target) => {
          // What is chosen is done to the design that is shown.
          const tab =
            target instanceof Element ? target.closest('.tab')?.querySelector<HTMLElement>('[role=tab]') : null;
          tab?.click();
          return 'tab';
        }}
        onChosen={() => document.querySelector<HTMLElement>('.tab-shown [role=tab]')?.focus()}
      >
        <div role="tablist" className="tabs-list" aria-label={t('shell.tabs')}>
          {tabs.map((tab, index) => (
            <TabItem key={tab.id} tab={tab} index={index} isShown={tab.id === activeId} />
          ))}
        </div>
      </CommandContextMenu>
      <IconButton
        icon={Plus}
        label={t('shell.newTab')}
        keys={shownKeysOfId('file.new')}
        onClick={() => runCommandById('file.new')}
      />
    </nav>
  );
}
