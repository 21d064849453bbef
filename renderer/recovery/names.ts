// How a file is called in a sentence.
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
