// The languages that services can be written in, and what people call them.

export const LANGUAGE_IDS = ['hypnoscript', 'typescript', 'python', 'go', 'java'] as const;
export type LanguageId = (typeof LANGUAGE_IDS)[number];

const OTHER_NAMES: ReadonlyMap<string, LanguageId> = new Map([
  ['hyp', 'hypnoscript'],
  ['ts', 'typescript'],
  ['javascript', 'typescript'],
  ['js', 'typescript'],
  ['node', 'typescript'],
  ['nodejs', 'typescript'],
  ['node.js', 'typescript'],
  ['py', 'python'],
  ['python3', 'python'],
  ['golang', 'go'],
  ['jvm', 'java'],
]);

/** Null for a language that no service is written in. */
export function languageOf(word: string | undefined): LanguageId | null {
  const plain = (word ?? '').trim().toLowerCase();
  return LANGUAGE_IDS.find((id) => id === plain) ?? OTHER_NAMES.get(plain) ?? null;
}
