// Objects as YAML that readers of YAML 1.1 (Go, Python) and of 1.2 take for the same.
import { Document, Scalar, visit, type ScalarTag } from 'yaml';

/** Line breaks of YAML 1.1 and characters that Python's reader refuses; they stand as escapes in double quotes. */
const TROUBLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Ansible's: a text in which no template is to be looked for. */
export const UNSAFE = '!unsafe';
const unsafe: ScalarTag = { tag: UNSAFE, resolve: (text) => text };

/** The same objects give the same bytes; texts for which `tagOf` has a tag carry it. No anchors, no folded lines. */
export function toYamlFile(value: unknown, tagOf: (text: string) => string | null = () => null): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false, customTags: [unsafe] });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value !== 'string') return;
      const tag = tagOf(node.value);
      if (tag !== null) node.tag = tag;
      if (tag !== null || node.value.search(TROUBLE) >= 0) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(TROUBLE, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
