// The form of a command. Menus, palette, shortcuts and help are drawn from the list of these; a command reaches the
// window only through its context, so it runs in a test without React.
import type { Alignment, Axis } from '../layout/align.ts';
import type { Direction } from '../layout/direction.ts';
import type { GroupKind, Design } from '../model/design.ts';
import { texts, translators, type Language } from '../texts/index.ts';

/** What is selected on the canvas, by id. */
export interface SelectionValue {
  readonly components: readonly string[];
  readonly connections: readonly string[];
  readonly groups: readonly string[];
  readonly notes: readonly string[];
}

/** What the colours of the canvas tell. */
export const CANVAS_VIEWS = ['family', 'group', 'protocol', 'utilisation', 'wait', 'errors', 'cost', 'rate'] as const;
export type CanvasView = (typeof CANVAS_VIEWS)[number];

export const FOCUS_DIRECTIONS = ['both', 'callers', 'callees'] as const;
export type FocusDirection = (typeof FOCUS_DIRECTIONS)[number];

export type PanelTab = 'design' | 'scenario' | 'findings' | 'export' | 'analysis';
export type PanelName = 'palette' | 'inspector' | 'results';

/** What the pointer or the focus rests on when a context menu is opened. */
export type ContextName = 'canvas' | 'component' | 'connection' | 'group' | 'note' | 'tab' | 'row';

/** The port of a command: everything that it may ask of or do to the window. */
export interface CommandContext {
  readonly design: Design;
  readonly selection: SelectionValue;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly running: boolean;
  /** A run has said something that can be looked at. */
  readonly hasResult: boolean;
  readonly readOnly: boolean;
  /** The one way to change the design: one history entry, named for the menu ("Undo add cache"). The recipe mutates an immer draft. */
  edit(label: string, recipe: (draft: Design) => void): void;
  undo(): void;
  redo(): void;
  select(selection: Partial<SelectionValue>): void;
  readonly view: {
    showTab(tab: PanelTab): void;
    togglePanel(panel: PanelName): void;
    fit(): void;
    zoom(direction: 'in' | 'out' | 'reset'): void;
    openPalette(): void;
    openTemplates(): void;
    openHelp(): void;
    openSettings(): void;
    startTour(): void;
    /** Selects a component and brings it into sight. */
    goTo(componentId: string): void;
    rename(componentId: string): void;
    /** Asks which component to connect to. */
    connectFrom(componentId: string): void;
    /** The time of the scenario at hand, large. */
    openTimeline(): void;
    compareScenarios(): void;
    /** Adds at a free place that is in sight, and selects it. */
    addComponent(kind: string): void;
  };
  /** What needs the places as they are seen, or the focus on the canvas. Each change is one undoable step. */
  readonly canvas: {
    /** What is selected, as large as it can be. */
    fitSelection(): void;
    colourBy(view: CanvasView): void;
    /** The component with its callers and callees; the same once more ends it. */
    focus(componentId: string): void;
    endFocus(): void;
    find(): void;
    present(): void;
    /** A bend in the middle of its line. */
    addBend(connectionId: string): void;
    /** Asks which components it is to join. */
    changeEnds(connectionId: string): void;
    /** The rest stays where it is. */
    arrangeSelection(): void;
    align(alignment: Alignment): void;
    distribute(axis: Axis): void;
    sameSize(): void;
    nudge(direction: Direction): void;
    /** The focus goes to the next component that way, along connections first. */
    walk(direction: Direction): void;
    /** Alone, or besides what is selected already, and out of it again. */
    selectFocused(besides: boolean): void;
    toggleLasso(): void;
    /** Asks what to add beside the component and to connect it to. */
    addConnected(componentId: string): void;
    addNote(): void;
    addGroup(kind: GroupKind): void;
    editNote(noteId: string): void;
  };
  /** Gives every component a place by their connections, as one undoable step. */
  arrange(): void;
  /** The system's clipboard, as text of the design format. */
  readonly clipboard: { copy(): void; cut(): void; paste(): void };
  readonly file: {
    open(): void;
    save(): void;
    saveAs(): void;
    newFromTemplate(id: string): void;
    /** Earlier versions of the open design. */
    versions(): void;
    /** What is different from the design in another file, on the canvas. */
    compare(): void;
    /** Unsaved work that a window has left. */
    recovered(): void;
    newEmpty(): void;
    close(): void;
    /** Opens a file that was open before, by the host's name for it. */
    openRecent(path: string): void;
  };
  readonly tabs: {
    readonly count: number;
    readonly canReopen: boolean;
    /** The tab so many places further, round and round. */
    show(step: number): void;
    closeOthers(): void;
    reopen(): void;
    /** Moves the tab that is shown so many places. */
    move(step: number): void;
  };
  readonly window: { open(): void };
  readonly simulation: {
    run(): void;
    stop(): void;
    replay(): void;
    /** Whether each edit is followed by a run. */
    toggleOnEdit(): void;
  };
  readonly exports: { show(format: string): void };
  /** About the run that is shown. */
  readonly results: { saveFigures(): void; saveReport(): void; pin(): void };
}

export interface Command {
  /** `edit.undo`: menu, then verb. */
  readonly id: string;
  /**
   * Under which entry of the catalogue of texts its title and help stand, where not under its id: those that are alike
   * share one, which names `what` each is about.
   */
  readonly textId?: string;
  readonly what?: string;
  readonly menu: 'file' | 'edit' | 'view' | 'simulate' | 'export' | 'help' | null;
  /** `Mod+Z`: Mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** The context menus that it stands in. */
  readonly contexts?: readonly ContextName[];
  /** The keys are heard by the system, which tells the window what to do: copy, cut, paste. */
  readonly isNative?: boolean;
  /** The part of its menu that it stands in, a menu of its own. */
  readonly part?: 'arrange' | 'select';
  /** Further search words for the palette. */
  readonly words?: readonly string[];
  enabled?(context: CommandContext): boolean;
  run(context: CommandContext): void;
}

export interface CommandText {
  readonly title: string;
  /** One sentence for the help page; empty where the catalogue has none. */
  readonly help: string;
}

/** As the catalogue has it; `what` says in the language what those that share an entry differ in. */
type Entry = CommandText & { readonly what?: Readonly<Record<string, string>> };

/** What a command says, in a language: window and native menu read the same catalogue. */
export function commandText(command: Command, language: Language): CommandText {
  const { id, textId = id, what = '' } = command;
  const entries: Readonly<Record<string, Entry>> = texts[language].commands;
  const entry = entries[textId] ?? { title: id, help: '' };
  // The name of a file is a person's own.
  const said = textId === 'recent' ? what : (entry.what?.[what] ?? translators[language](what));
  return { title: entry.title.replace('{{what}}', said), help: entry.help };
}
