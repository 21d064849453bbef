// Objects as plain trees, in which one place is exchanged at a time.

export type Path = readonly (string | number)[];

/** What is at a place; undefined where there is nothing. */
export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), tree);
}

/** The tree with another value at a place, or as it was where nothing is there. */
export function exchanged<T>(tree: T, path: Path, value: unknown): T {
  return valueAt(tree, path) === undefined ? tree : (put(tree, path, value) as T);
}

/** The tree with one more entry at the end of the map at a place. */
export function extended<T>(tree: T, path: Path, key: string, value: unknown = null): T {
  const at = valueAt(tree, path);
  return isTree(at) && !Array.isArray(at) ? (put(tree, path, { ...at, [key]: value }) as T) : tree;
}

/** The tree without what is at a place. */
export function without<T>(tree: T, path: Path): T {
  const last = path.at(-1);
  const parent = valueAt(tree, path.slice(0, -1));
  if (!isTree(parent) || Array.isArray(parent)) return tree;
  const rest = Object.entries(parent).filter(([key]) => key !== last);
  return put(tree, path.slice(0, -1), Object.fromEntries(rest)) as T;
}

function put(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(tree)) return tree.map((item: unknown, at) => (at === key ? put(item, rest, value) : item));
  if (!isTree(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, item]) => [name, name === key ? put(item, rest, value) : item]),
  );
}

function isTree(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
