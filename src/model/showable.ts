// What of a text can be written down in every format: XML, HTML and YAML forbid some characters.

/** Control characters, lone surrogates and non-characters become U+FFFD, and line ends become `\n`; tabs stay. */
export function showable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD')
    .replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD');
}
