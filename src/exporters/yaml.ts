// Objects as YAML that readers of YAML 1.1 (Go, Python) and of 1.2 take for the same.
import { Document, Scalar, visit, type ScalarTag } from 'yaml';

/** Line breaks of YAML 1.1 and characters that Python's reader refuses; they stand as escapes in double quotes. */
const TROUBLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** What Python's reader does not take for a text without quotes: the value tag of YAML 1.1, and a tab in a line. */
const UNREADABLE = /^=$|^[^\n]*\t[^\n]*$/;

/** Ansible's: a text in which no template is to be looked for. */
export const UNSAFE = '!unsafe';
const unsafe: ScalarTag = { tag: UNSAFE, resolve: (text) => text };

/**
 * The same objects give the same bytes; texts for which `tagOf` has a tag carry it. No anchors, no folded lines; what
 * YAML 1.1 takes for something else (`yes`, `1:30`) is quoted; a key without a value is left out.
 */
export function yamlText(value: unknown, tagOf: (text: string) => string | null = () => null): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false, customTags: [unsafe] });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value !== 'string') return;
      const tag = tagOf(node.value);
      if (tag !== null) node.tag = tag;
      if (tag !== null || isMisread(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).replace(TROUBLE, escaped);
}

function isMisread(text: string): boolean {
  return text.search(TROUBLE) >= 0 || UNREADABLE.test(text);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
