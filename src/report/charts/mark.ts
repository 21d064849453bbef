// What a picture is made of: elements of SVG as data, so that the same drawing becomes a file, part of a page, or
// elements of the window.

export interface Mark {
  readonly tag: 'svg' | 'g' | 'path' | 'line' | 'rect' | 'circle' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Mark | string)[];
}

export function mark(
  tag: Mark['tag'],
  attributes: Mark['attributes'],
  children: readonly (Mark | string)[] = [],
): Mark {
  return { tag, attributes, children };
}

/** Text of any kind as text of XML and HTML; what XML cannot hold at all becomes the sign for it. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** As the text of an SVG element. */
export function markText({ tag, attributes, children }: Mark): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : markText(child)));
  return inside.length === 0 ? `<${tag}${named.join('')}/>` : `<${tag}${named.join('')}>${inside.join('')}</${tag}>`;
}

/** Two decimals are finer than any screen. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
