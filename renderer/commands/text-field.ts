// Whether a key press or the clipboard is a text field's.

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  const notText = new Set(['checkbox', 'radio', 'range', 'button', 'color', 'file', 'submit', 'reset']);
  return target instanceof HTMLInputElement && !notText.has(target.type);
}
