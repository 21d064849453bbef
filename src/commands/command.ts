// The form of a command. Menus, palette, shortcuts and help are drawn from the list of these; a command reaches the
// window only through its context, so it runs in a test without React.
import type { Design } from '../model/design.ts';

/** What is selected on the canvas, by id. */
export interface SelectionValue {
  readonly components: readonly string[];
  readonly connections: readonly string[];
  readonly groups: readonly string[];
}

/** What the colours of the canvas tell. */
export const CANVAS_VIEWS = ['family', 'group', 'protocol', 'utilisation', 'wait', 'errors', 'cost', 'rate'] as const;
export type CanvasView = (typeof CANVAS_VIEWS)[number];

export const FOCUS_DIRECTIONS = ['both', 'callers', 'callees'] as const;
export type FocusDirection = (typeof FOCUS_DIRECTIONS)[number];

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
  };
  /** Gives every component a place by their connections, as one undoable step. */
  arrange(): void;
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
  /** Further search words for the palette. */
  readonly words?: readonly string[];
  enabled?(context: CommandContext): boolean;
  run(context: CommandContext): void;
}
