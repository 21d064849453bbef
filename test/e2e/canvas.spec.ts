// The canvas by pointer and by keyboard: adding, connecting, grouping, lining up, copying, arranging and writing notes,
// each undone as one step.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const EXAMPLE = 'example.spandrel.json';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Saved {
  readonly components: readonly { id: string; name?: string; group?: string; view?: { x: number; y: number } }[];
  readonly connections: readonly { from: string; to: string }[];
  readonly groups?: readonly { id: string; name?: string; parent?: string; view?: { width?: number } }[];
  readonly notes?: readonly { text: string }[];
}

const canvas = (page: Page): Locator => page.getByRole('application', { name: 'Canvas' });
const component = (page: Page, name: string): Locator => canvas(page).getByRole('group', { name, exact: true });
const group = (page: Page, name: RegExp): Locator => canvas(page).getByRole('figure', { name });
const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo', exact: true }).click();

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not in sight');
  return box;
}

/** A place on the canvas where no component and no connection stands. */
async function emptyPlace(page: Page): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(canvas(page));
  const free = await page.evaluate(
    ([left, top, right, bottom]) => {
      for (let row = top + 60; row < bottom - 120; row += 20)
        for (let column = left + 120; column < right - 120; column += 20) {
          const around = [-100, 0, 100].flatMap((dx) => [-45, 0, 45].map((dy) => [column + dx, row + dy] as const));
          const isFree = around.every(
            ([px, py]) => document.elementFromPoint(px, py)?.classList.contains('react-flow__pane') === true,
          );
          if (isFree) return { x: column, y: row };
        }
      return null;
    },
    [x, y, x + width, y + height] as const,
  );
  if (!free) throw new Error('the canvas is full');
  return free;
}

async function drag(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const { x, y, width, height } = await boxOf(from);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 8, y + height / 2 + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(title);
  await page.getByRole('option', { name: title }).first().click();
}

async function saved(app: App): Promise<Saved> {
  await app.page.keyboard.press('ControlOrMeta+s');
  await expect(app.page).not.toHaveTitle(/^•/);
  return JSON.parse(readFileSync(app.file(EXAMPLE), 'utf8')) as Saved;
}

test('a connection let go over nothing asks what to add, and adds it connected in one step', async ({ app }) => {
  const { page } = app;
  const place = await emptyPlace(page);
  await component(page, 'Billing Service').hover();
  await drag(page, component(page, 'Billing Service').locator('.react-flow__handle-right').first(), place);
  await page.mouse.up();
  const list = page.getByRole('dialog', { name: 'Add what Billing Service calls' });
  await expect(list.getByRole('option')).toHaveCount(27);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(page).not.toHaveTitle(/^•/);

  await drag(page, component(page, 'Billing Service').locator('.react-flow__handle-right').first(), place);
  await page.mouse.up();
  await list.getByRole('combobox').fill('search');
  await page.keyboard.press('Enter');
  await expect(component(page, 'Search index')).toBeVisible();
  await expect(canvas(page).getByRole('group', { name: 'Billing Service to Search index' })).toBeAttached();
  const box = await boxOf(component(page, 'Search index'));
  expect(Math.abs(box.x + box.width / 2 - place.x)).toBeLessThan(25);
  await undo(page);
  await expect(component(page, 'Search index')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^•/);
});

test('groups are made, collapsed, entered, left, nested, sized and dissolved', async ({ app }) => {
  const { page } = app;
  await component(page, 'Cache').or(component(page, 'Redis Cache')).first().click();
  await component(page, 'Database').click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  const made = group(page, /^Group, boundary/);
  await expect(made).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Shift+k');
  await expect(component(page, 'Database')).toHaveCount(0);
  await expect(made).toContainText('2 components');
  await expect(group(page, /^Group, boundary, collapsed, 2 components$/)).toBeVisible();
  await made.dblclick({ position: { x: 100, y: 12 } });
  await expect(component(page, 'Database')).toBeVisible();

  // An empty group takes what is dropped into it, shows that it will, and gives it back.
  await page.getByRole('button', { name: 'Zone group', exact: true }).click();
  const zone = group(page, /^Zone, zone/);
  await expect(zone).toBeVisible();
  // Room around it all.
  await canvas(page).getByRole('button', { name: 'Fit the design' }).click();
  for (let step = 0; step < 2; step++) await canvas(page).getByRole('button', { name: 'Zoom out' }).click();
  await page.waitForTimeout(600);
  const inside = await boxOf(zone);
  await drag(page, component(page, 'Billing Service'), {
    x: inside.x + inside.width / 2,
    y: inside.y + inside.height / 2,
  });
  await expect(zone.locator('.canvas-group-target')).toBeVisible();
  await page.mouse.up();
  const members = async (): Promise<string | undefined> =>
    (await saved(app)).components.find(({ name }) => name === 'Billing Service')?.group;
  expect(await members()).toBe('zone');
  const whole = await boxOf(canvas(page));
  await drag(page, component(page, 'Billing Service'), { x: whole.x + whole.width / 2, y: whole.y + 25 });
  await page.mouse.up();
  expect(await members()).toBeUndefined();

  // Into the other group, by its name.
  const outer = await boxOf(made);
  const heading = zone.locator('.canvas-group-name');
  const name = await boxOf(heading);
  const frame = await boxOf(zone);
  await drag(page, heading, {
    x: outer.x + outer.width / 2 - (frame.x + frame.width / 2 - name.x - name.width / 2),
    y: outer.y + outer.height / 2 - (frame.y + frame.height / 2 - name.y - name.height / 2),
  });
  await page.mouse.up();
  expect((await saved(app)).groups?.find(({ id }) => id === 'zone')?.parent).toBe('group');

  const before = await boxOf(zone);
  const handle = zone.locator('.canvas-resize-handle.bottom.right');
  const corner = await boxOf(handle);
  await drag(page, handle, { x: corner.x + 60, y: corner.y + 40 });
  await page.mouse.up();
  expect((await boxOf(zone)).width).toBeGreaterThan(before.width + 30);

  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(zone).toHaveCount(0);
});

test('what is selected is lined up, guides show the line, and the layout of a part leaves the rest', async ({
  app,
}) => {
  const { page } = app;
  await component(page, 'API Gateway').click();
  await component(page, 'Database').click({ modifiers: ['Shift'] });
  await command(page, 'Align top');
  const [a, b] = [await boxOf(component(page, 'API Gateway')), await boxOf(component(page, 'Database'))];
  expect(Math.abs(a.y - b.y)).toBeLessThan(1);
  await undo(page);
  await expect(page).not.toHaveTitle(/^•/);

  await canvas(page).click({ position: { x: 5, y: 5 } });
  // Dragged to nearly the height of another, it snaps to it along a guide.
  const other = await boxOf(component(page, 'API Gateway'));
  const moved = await boxOf(component(page, 'Database'));
  await drag(page, component(page, 'Database'), {
    x: moved.x + moved.width / 2,
    y: other.y + other.height / 2 + 2,
  });
  await expect(page.locator('.canvas-guide-level').first()).toBeAttached();
  await page.mouse.up();
  await expect(page.locator('.canvas-guide')).toHaveCount(0);
  expect(Math.abs((await boxOf(component(page, 'Database'))).y - other.y)).toBeLessThan(1);

  const still = (await saved(app)).components.filter(({ name }) => name !== 'Database' && name !== 'API Gateway');
  await component(page, 'API Gateway').click();
  await component(page, 'Database').click({ modifiers: ['Shift'] });
  await command(page, 'Arrange the selection');
  await expect(page).toHaveTitle(/^•/);
  const after = await saved(app);
  expect(after.components.filter(({ name }) => name !== 'Database' && name !== 'API Gateway')).toEqual(still);
  await command(page, 'Arrange');
  await expect(page).toHaveTitle(/^•/);
  expect(page.workers().length).toBeGreaterThan(0);
  await undo(page);
  await expect(page).not.toHaveTitle(/^•/);
});

test('copies travel as text of the design format', async ({ app }) => {
  const { page } = app;
  await component(page, 'API Gateway').click();
  await page.keyboard.press('ControlOrMeta+a');
  const count = await canvas(page).locator('.react-flow__node-component').count();
  const links = await canvas(page).locator('.react-flow__edge').count();
  const text = await page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData('text/plain');
  });
  expect((JSON.parse(text) as Saved).components).toHaveLength(count);
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(canvas(page).locator('.react-flow__node-component')).toHaveCount(2 * count);
  await expect(canvas(page).locator('.react-flow__edge')).toHaveCount(2 * links);
  await expect(canvas(page).locator('.react-flow__node-component.selected')).toHaveCount(count);
  await page.keyboard.press('ControlOrMeta+x');
  await expect(canvas(page).locator('.react-flow__node-component')).toHaveCount(count);
  await undo(page);
  await undo(page);
  await expect(page).not.toHaveTitle(/^•/);

  await page.keyboard.press('Escape');
  await component(page, 'Database').click();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(component(page, 'Database copy')).toBeVisible();
  await undo(page);

  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'a shopping list');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('What was copied is no design')).toBeVisible();
  await expect(page).not.toHaveTitle(/^•/);
});

test('notes are written, found again and thrown away', async ({ app }) => {
  const { page } = app;
  await canvas(page).getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('textbox', { name: 'Text of the note' }).fill('Ask Ada about the limits');
  await page.keyboard.press('Escape');
  const note = canvas(page).getByRole('note', { name: 'Note: Ask Ada about the limits' });
  await expect(note).toBeVisible();
  expect((await saved(app)).notes).toMatchObject([{ text: 'Ask Ada about the limits' }]);
  const reopened = await app.reopen(EXAMPLE);
  const again = canvas(reopened).getByRole('note', { name: /Ask Ada/ });
  await again.dblclick();
  await reopened.getByRole('textbox', { name: 'Text of the note' }).fill('Done');
  await reopened.keyboard.press('ControlOrMeta+Enter');
  await canvas(reopened).getByRole('note', { name: 'Note: Done' }).click();
  await reopened.keyboard.press('Delete');
  await expect(canvas(reopened).getByRole('note')).toHaveCount(0);
  await undo(reopened);
  await undo(reopened);
  await expect(again).toBeVisible();
  await expect(reopened).not.toHaveTitle(/^•/);
});

test('a session without a pointer', async ({ app }) => {
  const { page } = app;
  await page.getByRole('searchbox', { name: 'Search kinds' }).focus();
  await page.keyboard.type('object');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(component(page, 'Object storage')).toBeVisible();

  await component(page, 'API Gateway').focus();
  await page.keyboard.press('Space');
  await expect(component(page, 'API Gateway')).toHaveClass(/selected/);
  await page.keyboard.press('Shift+C');
  await page.getByRole('dialog', { name: 'Add what API Gateway calls' }).getByRole('combobox').fill('worker');
  await page.keyboard.press('Enter');
  await expect(canvas(page).getByRole('group', { name: 'API Gateway to Worker' })).toBeAttached();

  await component(page, 'Object storage').focus();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Connect Object storage to' })).toBeVisible();
  await page.keyboard.press('Escape');

  await component(page, 'Worker').focus();
  const before = await boxOf(component(page, 'Worker'));
  for (let step = 0; step < 3; step++) await page.keyboard.press('Alt+ArrowDown');
  expect((await boxOf(component(page, 'Worker'))).y).toBeGreaterThan(before.y + 20);
  await page.keyboard.press('ControlOrMeta+z');
  expect(Math.abs((await boxOf(component(page, 'Worker'))).y - before.y)).toBeLessThan(1);

  await component(page, 'Worker').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name of Worker' }).fill('Mailer');
  await page.keyboard.press('Enter');
  await expect(component(page, 'Mailer')).toBeVisible();

  await component(page, 'API Gateway').focus();
  await page.keyboard.press('ArrowRight');
  const walked = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(walked).not.toBe('API Gateway');
  await expect(component(page, walked ?? '')).toHaveClass(/selected/);

  await component(page, 'Mailer').focus();
  await page.keyboard.press('Delete');
  await expect(component(page, 'Mailer')).toHaveCount(0);
  for (let step = 0; step < 4; step++) await page.keyboard.press('ControlOrMeta+z');
  await expect(page).not.toHaveTitle(/^•/);
});
