// What the design says of something, as the data of its shape: one entry for each value, named by its path.

/** Names that draw.io gives a meaning of its own; names of XML attributes begin with a letter. */
const PREFIX = 'spandrel.';
/** Where a component stands is where its shape stands. */
const LEFT_OUT = new Set(['view']);

/** `{capacity: {replicas: 3}}` is `spandrel.capacity.replicas="3"`; lists and free keys are written as JSON. */
export function dataOf(entry: object): Record<string, string> {
  const data: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (isPlainObject(value) && Object.keys(value).every((key) => /^[A-Za-z]\w*$/.test(key))) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    } else {
      data[path] = typeof value === 'string' ? value : JSON.stringify(value);
    }
  };
  for (const [key, value] of Object.entries(entry))
    if (value !== undefined && !LEFT_OUT.has(key)) walk(value, PREFIX + key);
  return data;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
