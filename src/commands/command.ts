// The form of a command. Menus, palette, shortcuts and help are drawn from the list of these; a command reaches the
// window only through its context, so it runs in a test without React.
import type { Alignment, Axis } from '../layout/align.ts';
import type { Direction } from '../layout/direction.ts';
import type { GroupKind, Design } from '../model/design.ts';

/** What is selected on the canvas, by id. */
export interface SelectionValue {
  readonly components: readonly string[];
  readonly connections: readonly string[];
  readonly groups: readonly string[];
  readonly notes: readonly string[];
}

export type PanelTab = 'design' | 'scenario' | 'findings' | 'export';
export type PanelName = 'palette' | 'inspector' | 'results';

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
    rename(componentId: string): void;
    /** Asks which component to connect to. */
    connectFrom(componentId: string): void;
    /** Adds at a free place that is in sight, and selects it. */
    addComponent(kind: string): void;
  };
  /** Gives every component a place by their connections, as one undoable step. */
  arrange(): void;
  /** What needs the places as they are seen, or the focus on the canvas. Each change is one undoable step. */
  readonly canvas: {
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
  /** The system's clipboard, as text of the design format. */
  readonly clipboard: { copy(): void; cut(): void; paste(): void };
  readonly file: {
    open(): void;
    save(): void;
    saveAs(): void;
    newFromTemplate(id: string): void;
    close(): void;
  };
  readonly simulation: { run(): void; stop(): void; replay(): void };
  readonly exports: { show(format: string): void };
}

export interface Command {
  /** `edit.undo`: menu, then verb. */
  readonly id: string;
  /** Sentence case; exactly what the button, menu entry and palette row say. */
  readonly title: string;
  readonly menu: 'file' | 'edit' | 'view' | 'simulate' | 'export' | 'help' | null;
  /** `Mod+Z`: Mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** The keys are heard by the system, which tells the window what to do: copy, cut, paste. */
  readonly isNative?: boolean;
  /** The part of its menu that it stands in, a menu of its own. */
  readonly part?: 'arrange' | 'select';
  /** Further search words for the palette. */
  readonly words?: readonly string[];
  enabled?(context: CommandContext): boolean;
  run(context: CommandContext): void;
}
