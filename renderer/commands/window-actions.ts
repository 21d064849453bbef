// What a command does to the window as a whole: another one, and what is in sight of this one.
import { canvasStore } from '../state/canvas.ts';
import { showTab } from '../state/panels.ts';
import { select } from '../state/selection.ts';
import { host } from '../host.ts';

/** A host without windows of its own serves the same address to a further page. */
export async function openAnotherWindow(): Promise<void> {
  const { opened } = await host.call('window.open', {});
  if (!opened) window.open(window.location.href, '_blank', 'noopener');
}

export function goToComponent(id: string): void {
  select({ components: [id] });
  showTab('design');
  canvasStore.getState().viewport?.reveal([id]);
}
