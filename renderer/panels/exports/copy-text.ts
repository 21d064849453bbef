// Putting a text on the clipboard, also where the host grants no permission for it.

/** The old way, which asks for nothing but a press of a button. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const place = document.createElement('textarea');
  place.value = text;
  place.style.position = 'fixed';
  place.style.opacity = '0';
  document.body.append(place);
  place.select();
  const isCopied = document.execCommand('copy');
  place.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** False where the clipboard cannot be written at all. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}
