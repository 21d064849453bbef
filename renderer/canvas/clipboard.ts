// Copy, cut and paste as text of the design format on the system's clipboard, so that it works between windows and with
// any editor. The browser's own events carry the text; nothing else may read the clipboard.
import { around, cardsOf, GRID } from '../../src/layout/card.ts';
import type { Design } from '../../src/model/design.ts';
import { moveComponents, remove } from '../../src/model/edit.ts';
import {
  componentsOf,
  fragmentOf,
  groupsOf,
  type Parts,
  type Pasted,
  pasteFragment,
} from '../../src/model/fragment.ts';
import { readDesign } from '../../src/model/read.ts';
import { writeDesign } from '../../src/model/write.ts';
import { isTextField } from '../commands/text-field.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { notify, panelsStore } from '../state/panels.ts';
import { select, selectionStore } from '../state/selection.ts';
import { t } from '../texts.ts';
import { groupAt, snap } from './geometry.ts';
import { placesSeen } from './moving.ts';
import { sceneNow } from './scene.ts';

/** How far what is pasted stands from where it was copied. */
const OFFSET = 2 * GRID;
/** A pointer that went less far since the copy does not point at a place. */
const POINTS_FROM = 40;

/** What was copied last in this window: the menu may not read the clipboard. */
let lastCopied: string | null = null;
let pointer: { readonly screen: Point; readonly isOnCanvas: boolean } | null = null;
let pointerAtCopy: Point | null = null;

function count({ components, groups, notes }: Parts): number {
  return components.length + groups.length + notes.length;
}

/** The text of what is selected; null where nothing is. */
function copiedText(): string | null {
  const { design } = documentStore.getState();
  const selection = selectionStore.getState();
  if (count(selection) === 0) return null;
  const { places } = sceneNow();
  const components = design.components.map((entry) => ({ ...entry, view: places.get(entry.id) ?? entry.view }));
  return writeDesign(fragmentOf({ ...design, components }, selection));
}

/** Text that is marked on the page, or being typed, is copied by the browser. */
function isForText(event: ClipboardEvent): boolean {
  return isTextField(event.target) || (document.getSelection()?.isCollapsed === false && event.type !== 'paste');
}

function onCopy(event: ClipboardEvent): void {
  if (isForText(event) || panelsStore.getState().dialog !== null) return;
  const text = copiedText();
  if (text === null) return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', text);
  lastCopied = text;
  pointerAtCopy = pointer?.screen ?? null;
  if (event.type === 'cut') removeCut();
}

/** A group that was cut takes its members along. */
function removeCut(): void {
  const { design } = documentStore.getState();
  const selection = selectionStore.getState();
  const components = componentsOf(design, selection).map(({ id }) => id);
  const groups = groupsOf(design, selection).map(({ id }) => id);
  const number = count({ components, groups, notes: selection.notes });
  edit(t('steps.cut', { what: t('steps.elements', { number }) }), (draft) =>
    remove(draft, { components, groups, notes: selection.notes }),
  );
  select({});
}

function onPaste(event: ClipboardEvent): void {
  if (isForText(event) || panelsStore.getState().dialog !== null) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  event.preventDefault();
  paste(text);
}

/** The point of the design that the pointer rests on, where it was moved there to say so. */
function pointedAt(): Point | null {
  if (!pointer?.isOnCanvas) return null;
  const { x, y } = pointer.screen;
  if (pointerAtCopy && Math.hypot(x - pointerAtCopy.x, y - pointerAtCopy.y) < POINTS_FROM) return null;
  return canvasStore.getState().viewport?.at({ x, y }) ?? null;
}

function boxAround(fragment: Design): ReturnType<typeof around> {
  const areas = (fragment.groups ?? []).flatMap(({ view: { x, y, width, height } = {} }) =>
    x !== undefined && y !== undefined && width !== undefined && height !== undefined ? [{ x, y, width, height }] : [],
  );
  return around([...cardsOf(fragment.components), ...areas, ...(fragment.notes ?? []).map(({ view }) => view)]);
}

/** To the pointer, or beside where it was; never exactly onto what stands there. */
function shiftOf(fragment: Design): { readonly by: Point; readonly middle: Point | null } {
  const box = boxAround(fragment);
  if (!box) return { by: { x: OFFSET, y: OFFSET }, middle: null };
  const point = pointedAt();
  const taken = new Set([...sceneNow().places.values()].map(({ x, y }) => `${x} ${y}`));
  let by = { x: OFFSET, y: OFFSET };
  if (point) by = { x: snap(point.x - box.x - box.width / 2, GRID), y: snap(point.y - box.y - box.height / 2, GRID) };
  while (fragment.components.some(({ view }) => view && taken.has(`${view.x + by.x} ${view.y + by.y}`)))
    by = { x: by.x + OFFSET, y: by.y + OFFSET };
  return { by, middle: { x: box.x + by.x + box.width / 2, y: box.y + by.y + box.height / 2 } };
}

function paste(text: string): void {
  if (text.trim() === '') {
    notify('info', t('nodes.nothingToPaste'));
    return;
  }
  const outcome = readDesign(text);
  if (!outcome.ok) {
    notify('error', t('nodes.notADesign'), t('nodes.notADesignMend'));
    return;
  }
  const fragment = outcome.value;
  const { by, middle } = shiftOf(fragment);
  const isLayered = fragment.groups?.some(({ kind }) => kind === 'layer') ?? false;
  const into = middle && !isLayered ? groupAt(sceneNow().groups, middle) : null;
  const seen = placesSeen();
  const parts = { components: fragment.components, groups: fragment.groups ?? [], notes: fragment.notes ?? [] };
  const number = parts.components.length + parts.groups.length + parts.notes.length;
  let pasted: Pasted = { components: [], groups: [], notes: [], connections: [] };
  edit(t('steps.paste', { what: t('steps.elements', { number }) }), (draft) => {
    moveComponents(draft, seen);
    pasted = pasteFragment(draft, fragment, by, into);
  });
  select({ components: pasted.components, groups: pasted.groups, notes: pasted.notes });
  requestAnimationFrame(() => canvasStore.getState().viewport?.reveal(pasted.components));
}

/** From a menu: the browser is asked to copy, which tells the listener above. */
export function copySelection(): void {
  if (!document.execCommand('copy')) lastCopied = copiedText() ?? lastCopied;
}

export function cutSelection(): void {
  if (document.execCommand('cut')) return;
  lastCopied = copiedText() ?? lastCopied;
  removeCut();
}

/** From a menu the clipboard may stay closed; then it is what was copied in this window. */
export function pasteClipboard(): void {
  if (document.execCommand('paste')) return;
  if (lastCopied !== null) paste(lastCopied);
  else notify('info', t('nodes.pasteByKey'));
}

/** Once, at the start of the window. */
export function listenToClipboard(): void {
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  document.addEventListener('pointermove', ({ clientX, clientY, target }) => {
    const isOnCanvas = target instanceof Element && target.closest('[data-canvas]') !== null;
    pointer = { screen: { x: clientX, y: clientY }, isOnCanvas };
  });
}
