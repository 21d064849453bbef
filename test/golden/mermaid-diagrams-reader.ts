// Mermaid's own parser for the diagrams that are no flowcharts: what it understood, as the reader of the diagram sees it.
import { mermaidParser, shownText } from './mermaid-reader.ts';

export interface ReadSequence {
  readonly actors: readonly { readonly id: string; readonly label: string; readonly type: string }[];
  readonly boxes: readonly { readonly label: string; readonly holds: readonly string[] }[];
  /** Blocks and their ends are among them, without ends of their own. */
  readonly signals: readonly {
    readonly type: string;
    readonly from?: string;
    readonly to?: string;
    readonly text: string;
  }[];
}

export interface ReadC4 {
  readonly title: string;
  readonly shapes: readonly {
    readonly id: string;
    readonly type: string;
    readonly texts: readonly string[];
    readonly within: string;
  }[];
  readonly boundaries: readonly { readonly id: string; readonly label: string; readonly within: string }[];
  readonly relations: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly texts: readonly string[];
  }[];
}

export interface ReadState {
  readonly id: string;
  readonly label: string;
  readonly states: readonly ReadState[];
  readonly moves: readonly { readonly from: string; readonly to: string; readonly text: string }[];
}

interface Text {
  readonly text?: string;
}

interface SequenceDb {
  getActors(): Map<string, { name: string; description: string; type: string }>;
  getBoxes(): { name?: string; actorKeys: string[]; fill: string }[];
  getMessages(): { from?: string; to?: string; message: string | unknown; type: number }[];
  readonly LINETYPE: Readonly<Record<string, number>>;
}

interface C4Db {
  getTitle(): string;
  getC4ShapeArray(): {
    alias: string;
    typeC4Shape: Text;
    label: Text;
    techn?: Text;
    descr?: Text;
    parentBoundary: string;
  }[];
  getBoundaries(): { alias: string; label: Text; parentBoundary: string }[];
  getRels(): { type: string; from: string; to: string; label: Text; techn?: Text }[];
}

interface Statement {
  readonly stmt: string;
  readonly id?: string;
  readonly description?: string;
  readonly doc?: readonly Statement[];
  readonly state1?: Statement;
  readonly state2?: Statement;
  readonly value?: string;
}

interface StateDb {
  getDirection(): string;
  /** With `ID_start` and `ID_end` for the ends of arrows that are `[*]`. */
  getRootDocV2(): Statement;
}

async function parsed(text: string, type: string): Promise<unknown> {
  const diagram = await withColours(async () => {
    await mermaidParser.parse(text);
    return mermaidParser.mermaidAPI.getDiagramFromText(text);
  });
  if (diagram.type !== type) throw new Error(`a diagram of type ${diagram.type}, not ${type}`);
  return diagram.db;
}

/** The parser asks the page whether the first word of a box is a colour; without a page, only one is known. */
async function withColours<T>(parse: () => Promise<T>): Promise<T> {
  const page = globalThis as { window?: unknown };
  page.window = { CSS: { supports: (_: string, colour: string) => colour === 'transparent' } };
  try {
    return await parse();
  } finally {
    delete page.window;
  }
}

const label = (text: string | undefined) => shownText(text ?? '', 'text');

export async function readSequence(text: string): Promise<ReadSequence> {
  const db = (await parsed(text, 'sequence')) as SequenceDb;
  const types = new Map(Object.entries(db.LINETYPE).map(([name, type]) => [type, name]));
  return {
    actors: [...db.getActors().values()].map(({ name, description, type }) => ({
      id: name,
      label: label(description),
      type,
    })),
    boxes: db.getBoxes().map(({ name, actorKeys, fill }) => {
      if (fill !== 'transparent') throw new Error(`a box in the colour ${fill}`);
      return { label: label(name), holds: actorKeys };
    }),
    signals: db.getMessages().map(({ from, to, message, type }) => ({
      type: types.get(type) ?? String(type),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      text: typeof message === 'string' ? label(message) : '',
    })),
  };
}

export async function readC4(text: string): Promise<ReadC4> {
  const db = (await parsed(text, 'c4')) as C4Db;
  const texts = (...all: readonly (Text | undefined)[]) =>
    all.flatMap((one) => (one?.text === undefined || one.text === '' ? [] : [label(one.text)]));
  return {
    title: label(db.getTitle()),
    shapes: db.getC4ShapeArray().map(({ alias, typeC4Shape, label: name, techn, descr, parentBoundary }) => ({
      id: alias,
      type: typeC4Shape.text ?? '',
      texts: texts(name, techn, descr),
      within: parentBoundary,
    })),
    boundaries: db
      .getBoundaries()
      .filter(({ alias }) => alias !== 'global')
      .map(({ alias, label: name, parentBoundary }) => ({
        id: alias,
        label: label(name.text),
        within: parentBoundary,
      })),
    relations: db
      .getRels()
      .map(({ type, from, to, label: name, techn }) => ({ type, from, to, texts: texts(name, techn) })),
  };
}

export async function readStates(text: string): Promise<ReadState & { readonly direction: string }> {
  const db = (await parsed(text, 'stateDiagram')) as StateDb;
  return { ...stateOf(db.getRootDocV2()), direction: db.getDirection() };
}

function stateOf({ id = '', description, doc = [] }: Statement): ReadState {
  return {
    id,
    label: label(description),
    states: doc.filter(({ stmt }) => stmt === 'state').map(stateOf),
    moves: doc
      .filter(({ stmt }) => stmt === 'relation')
      .map(({ state1, state2, description: text }) => ({
        from: state1?.id ?? '',
        to: state2?.id ?? '',
        text: label(text),
      })),
  };
}
