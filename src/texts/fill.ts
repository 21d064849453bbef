// Filling in a text of the catalogue where no window is: in reports and in what the core tells.

/** `{{name}}` becomes the value of that name. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
