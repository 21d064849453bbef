// A small parser of the Structurizr DSL, written for this test alone and apart from the exporter: no checker of the DSL
// can be installed here (the only one is a Java library). It holds what that parser holds: it reads line by line, forgets
// which tokens were quoted, knows identifiers only after they are assigned, whatever their case, and takes each name once.

export interface Element {
  readonly id: string;
  readonly word: string;
  readonly name: string;
  readonly texts: readonly string[];
  readonly groups: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface Relationship {
  readonly from: string;
  readonly to: string;
  readonly texts: readonly string[];
}

export interface Workspace {
  readonly name: string;
  readonly elements: readonly Element[];
  readonly relationships: readonly Relationship[];
  /** Identifier to the number of its instances. */
  readonly deployed: ReadonlyMap<string, number>;
  readonly views: readonly string[];
  readonly styles: ReadonlyMap<string, string>;
}

interface Block {
  readonly tokens: readonly string[];
  readonly children: readonly Block[];
}

/** Words that may begin a line within each word, and how many tokens may follow at most. */
const GRAMMAR: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '': { workspace: 2 },
  workspace: { model: 0, views: 0 },
  model: { properties: 0, person: 3, softwareSystem: 3, group: 1, '->': 4, deploymentEnvironment: 1 },
  group: { person: 3, softwareSystem: 3, group: 1, container: 4 },
  person: { properties: 0 },
  softwareSystem: { properties: 0, container: 4, group: 1 },
  container: { properties: 0 },
  '->': { properties: 0 },
  deploymentEnvironment: { deploymentNode: 5 },
  deploymentNode: { instances: 1, containerInstance: 1 },
  views: { systemContext: 2, container: 2, deployment: 3, styles: 0 },
  view: { include: 1, autolayout: 1 },
  styles: { element: 1, relationship: 1 },
  style: { shape: 1, background: 1, color: 1, style: 1 },
};
const SHAPES = 'Box RoundedBox Circle Ellipse Hexagon Person Component Cylinder Folder Pipe'.split(' ');

function tokensOf(line: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ') at += 1;
    else if (line[at] === '"') {
      const quoted = /^"((?:[^"\\]|\\["n])*)"(?= |$)/.exec(line.slice(at));
      if (quoted === null) throw new Error(`a text without end: ${line}`);
      tokens.push((quoted[1] ?? '').replaceAll('\\"', '"').replaceAll('\\n', '\n'));
      at += quoted[0].length;
    } else {
      const word = /^[A-Za-z0-9_#*.{}=>-]+(?= |$)/.exec(line.slice(at))?.[0];
      if (word === undefined) throw new Error(`neither a word nor a text: ${line.slice(at)}`);
      tokens.push(word);
      at += word.length;
    }
  }
  return tokens;
}

/** Blocks by their braces alone, whether quoted or not, as the parser of the DSL sees them. */
function blocksOf(text: string): Block[] {
  const open: { tokens: readonly string[]; children: Block[] }[] = [{ tokens: [], children: [] }];
  for (const line of text.split('\n')) {
    if (/^\s*(?:\/\/|#|$)/.test(line)) continue;
    if (line.includes('${')) throw new Error(`a constant: ${line}`);
    const tokens = tokensOf(line.trim());
    if (tokens.length === 1 && tokens[0] === '}') {
      if (open.length === 1) throw new Error('an end of no block');
      open.pop();
      continue;
    }
    const isOpening = tokens.at(-1) === '{';
    const block = { tokens: isOpening ? tokens.slice(0, -1) : tokens, children: [] as Block[] };
    if (block.tokens.some((token) => token === '{' || token === '}')) throw new Error(`a brace within: ${line}`);
    open.at(-1)?.children.push(block);
    if (isOpening) open.push(block);
  }
  if (open.length !== 1) throw new Error('a block without end');
  return open[0]?.children ?? [];
}

/** Throws with the line where the text is no workspace. */
export function readWorkspace(text: string): Workspace {
  const elements: Element[] = [];
  const relationships: Relationship[] = [];
  const deployed = new Map<string, number>();
  const views: string[] = [];
  const styles = new Map<string, string>();
  const known = new Map<string, string>();
  const environments = new Set<string>();
  const names = new Set<string>();
  const refer = (id: string | undefined, words: readonly string[]): string => {
    const word = known.get((id ?? '').toLowerCase());
    if (word === undefined || !words.includes(word)) throw new Error(`${String(id)} is not one of ${words.join(', ')}`);
    return id ?? '';
  };
  const once = (seen: Set<string>, key: string) => {
    if (seen.has(key)) throw new Error(`twice: ${key}`);
    seen.add(key);
  };
  const pairs = new Set<string>();
  const ELEMENTS = ['person', 'softwareSystem', 'container'];

  const read = ({ tokens, children }: Block, within: string, groups: readonly string[]): void => {
    const isAssigned = tokens[1] === '=';
    const said = isAssigned ? tokens.slice(2) : tokens;
    const isRelation = said[1] === '->';
    const word = isRelation ? '->' : (said[0] ?? '');
    const rest = isRelation ? said.slice(2) : said.slice(1);
    const most = GRAMMAR[within]?.[word];
    if (most === undefined) throw new Error(`no ${word} within ${within}`);
    if (rest.length > most) throw new Error(`too much behind ${word}: ${rest.join(', ')}`);
    if (isAssigned) {
      const id = tokens[0] ?? '';
      if (!/^\w[a-zA-Z0-9_-]*$/.test(id)) throw new Error(`no identifier: ${id}`);
      if (known.has(id.toLowerCase())) throw new Error(`in use already: ${id}`);
      known.set(id.toLowerCase(), word);
    }
    const inViews = within === 'views';
    if (ELEMENTS.includes(word) && !inViews) {
      const [name = '', ...texts] = rest;
      if (name.trim() === '') throw new Error(`${word} without a name`);
      once(names, `${word === 'container' ? 'container' : 'top'} ${name}`);
      const properties = children
        .filter(({ tokens: [first] }) => first === 'properties')
        .flatMap((block) => block.children);
      const facts = properties.map(({ tokens: [key = '', value = ''] }) => [key, value] as const);
      if (facts.some(([key, value]) => key === '' || value === '')) throw new Error('a property of nothing');
      elements.push({ id: tokens[0] ?? '', word, name, texts, groups, properties: Object.fromEntries(facts) });
    }
    if (isRelation) {
      const [from, to] = [refer(said[0], ELEMENTS), refer(rest[0], ELEMENTS)];
      once(pairs, JSON.stringify([from, ...rest.slice(0, 3)]));
      relationships.push({ from, to, texts: rest.slice(1) });
    }
    if (word === 'deploymentEnvironment') once(environments, rest[0] ?? '');
    if (word === 'deploymentNode') {
      once(names, `node ${rest[0] ?? ''}`);
      const value = (key: string) => children.find(({ tokens: [first] }) => first === key)?.tokens[1];
      const instances = Number(value('instances'));
      if (!Number.isInteger(instances) || instances < 1) throw new Error(`so many instances: ${instances}`);
      deployed.set(refer(value('containerInstance'), ['container']), instances);
    }
    if (inViews && word !== 'styles') {
      refer(rest[0], ['softwareSystem']);
      if (word === 'deployment' && !environments.has(rest[1] ?? '')) throw new Error(`no environment ${rest[1] ?? ''}`);
      if (!/^[\w-]+$/.test(rest.at(-1) ?? '')) throw new Error(`no key of a view: ${rest.at(-1) ?? ''}`);
      views.push(word);
    }
    if (within === 'styles') {
      const shape = children.find(({ tokens: [first] }) => first === 'shape')?.tokens[1];
      if (shape !== undefined && !SHAPES.includes(shape)) throw new Error(`no shape: ${shape}`);
      const colours = children.filter(({ tokens: [first] }) => first === 'background' || first === 'color');
      if (colours.some(({ tokens }) => !/^#[0-9a-f]{6}$/.test(tokens[1] ?? ''))) throw new Error('no colour');
      styles.set(rest[0] ?? '', shape ?? '');
    }
    if (word === 'properties') {
      if (children.some((child) => child.tokens.length !== 2 || child.children.length > 0))
        throw new Error('no property');
      return;
    }
    const inner = inViews && word !== 'styles' ? 'view' : within === 'styles' ? 'style' : word;
    const innerGroups = word === 'group' ? [...groups, rest[0] ?? ''] : groups;
    if (word === 'group' && (rest[0] ?? '').includes('/')) throw new Error(`a separator within: ${rest[0] ?? ''}`);
    for (const child of children) read(child, inner, innerGroups);
  };

  const blocks = blocksOf(text);
  if (blocks.length !== 1) throw new Error(`${blocks.length} workspaces`);
  for (const block of blocks) read(block, '', []);
  return { name: blocks[0]?.tokens[1] ?? '', elements, relationships, deployed, views, styles };
}
