// Connections as a person works with them: bent, straightened, led elsewhere; and the canvas as it is looked at: searched,
// focused, coloured, presented.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './app.ts';

const EXAMPLE = 'example.spandrel.json';
const TO_AUTH = 'API Gateway to Auth Service';

interface Saved {
  readonly connections: { readonly id: string; readonly to: string; readonly view?: { readonly points: unknown[] } }[];
}

function canvas(page: Page): Locator {
  return page.getByRole('application', { name: 'Canvas' });
}

function element(page: Page, name: string): Locator {
  return canvas(page).getByRole('group', { name, exact: true });
}

/** Where on the screen a share of a connection's line lies. */
async function pointOn(page: Page, name: string, share: number): Promise<{ x: number; y: number }> {
  return element(page, name)
    .locator('path')
    .first()
    .evaluate((path: SVGPathElement, at) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * at);
      const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: point.x, y: point.y };
    }, share);
}

async function selectConnection(page: Page, name: string): Promise<void> {
  const { x, y } = await pointOn(page, name, 0.7);
  await page.mouse.click(x, y);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(name);
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

function saved(app: App): Saved {
  return JSON.parse(readFileSync(app.file(EXAMPLE), 'utf8')) as Saved;
}

test('a line is bent by dragging it, the bend is kept in the file, moved by keys, and straightened', async ({
  app,
}) => {
  const { page } = app;
  const before = readFileSync(app.file(EXAMPLE), 'utf8');
  const bend = page.getByRole('button', { name: `Bend 1 of ${TO_AUTH}` });
  await selectConnection(page, TO_AUTH);
  const from = await pointOn(page, TO_AUTH, 0.5);
  await drag(page, from, { x: from.x, y: from.y + 40 });
  await page.mouse.up();
  await expect(bend).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page).not.toHaveTitle(/^• /);
  expect(saved(app).connections.flatMap(({ view }) => view?.points ?? [])).toHaveLength(1);

  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await expect(bend).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  const place = await middleOf(bend);
  await bend.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect((await middleOf(bend)).y).toBeGreaterThan(place.y);
  await page.keyboard.press('Delete');
  await expect(bend).toHaveCount(0);
  await expect(element(page, TO_AUTH)).toBeAttached();
  await undo.click();
  await expect(bend).toBeVisible();

  await runCommand(page, 'Straighten');
  await expect(bend).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page).not.toHaveTitle(/^• /);
  expect(readFileSync(app.file(EXAMPLE), 'utf8')).toBe(before);

  await runCommand(page, 'Add a bend');
  await expect(bend).toBeFocused();
  await bend.dblclick();
  await expect(bend).toHaveCount(0);
});

test('an end is led to another component in one step; where it may not go is said before it is let go', async ({
  app,
}) => {
  const { page } = app;
  await selectConnection(page, TO_AUTH);
  const end = page.getByRole('button', { name: 'Callee’s end' });
  await drag(page, await middleOf(end), await middleOf(element(page, 'Web-UI')));
  await expect(page.getByText('Web-UI already waits for API Gateway')).toBeVisible();
  await expect(element(page, 'Web-UI')).toHaveClass(/canvas-node-refused/);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(element(page, TO_AUTH)).toBeAttached();
  await expect(element(page, 'Web-UI')).not.toHaveClass(/canvas-node-refused/);

  await drag(page, await middleOf(end), await middleOf(element(page, 'Core Module')));
  await page.mouse.up();
  await expect(element(page, 'API Gateway to Core Module')).toBeAttached();
  await expect(element(page, TO_AUTH)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(element(page, TO_AUTH)).toBeAttached();
  await expect(page).not.toHaveTitle(/^• /);

  await runCommand(page, 'Change the ends');
  const dialog = page.getByRole('dialog', { name: 'Change the ends' });
  await dialog.getByLabel('To').selectOption('Web-UI');
  await expect(dialog).toContainText('synchronous calls may form no cycle');
  await expect(dialog.getByRole('button', { name: 'Change' })).toBeDisabled();
  await dialog.getByLabel('To').selectOption('Core Module');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(element(page, 'API Gateway to Core Module')).toBeAttached();

  const handle = element(page, 'Billing Service').locator('.canvas-card-handle.react-flow__handle-top');
  await element(page, 'Billing Service').hover();
  await drag(page, await middleOf(handle), await middleOf(element(page, 'API Gateway')));
  await expect(page.getByText('API Gateway already waits for Billing Service')).toBeVisible();
  await page.mouse.up();
  await expect(element(page, 'Billing Service to API Gateway')).toHaveCount(0);
});

test('a component is found, looked at closely, and in focus with its callers and callees', async ({ app }) => {
  const { page } = app;
  await expect(element(page, 'Billing Service')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+f');
  const find = page.getByRole('searchbox', { name: 'Find a component' });
  await find.fill('serv');
  const bar = page.getByRole('search', { name: 'Find a component' });
  await expect(bar.getByRole('status')).toHaveText(/^[3-9] found$/);
  await find.fill('billing');
  await expect(bar.getByRole('status')).toHaveText('1 found');
  await find.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await expect(element(page, 'Billing Service')).toHaveClass(/selected/);
  await find.press('Escape');
  await expect(find).toHaveCount(0);

  const width = async (): Promise<number> => (await element(page, 'Billing Service').boundingBox())?.width ?? 0;
  const small = await width();
  await page.keyboard.press('ControlOrMeta+Shift+1');
  await expect.poll(width).toBeGreaterThan(small * 1.5);
  await page.keyboard.press('ControlOrMeta+0');
  await expect.poll(width).toBeLessThan(small * 1.1);

  await page.keyboard.press('f');
  const chip = page.getByRole('group', { name: 'Focus on Billing Service' });
  await expect(chip).toBeVisible();
  await expect(element(page, 'Database')).not.toHaveClass(/faded/);
  await expect(element(page, 'Redis Cache')).toHaveClass(/faded/);
  await expect(element(page, 'Web-UI')).toHaveClass(/faded/);
  await chip.getByLabel('How far').selectOption('All');
  await expect(element(page, 'Web-UI')).not.toHaveClass(/faded/);
  await chip.getByLabel('Which way').selectOption('Callees');
  await expect(element(page, 'Web-UI')).toHaveClass(/faded/);
  await chip.getByRole('button', { name: 'End the focus' }).click();
  await expect(element(page, 'Web-UI')).not.toHaveClass(/faded/);
});

test('the canvas is coloured by what a run said, with figures and a legend, and presented part by part', async ({
  app,
}, info) => {
  const { page } = app;
  const colours = page.getByLabel('Colour by');
  await colours.selectOption('By wait');
  await expect(page.getByText('Simulate to see it')).toBeVisible();
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('ms');
  await expect(element(page, 'Database')).toContainText(' ms');
  await page.screenshot({ path: info.outputPath('wait.png') });
  await runCommand(page, 'Colour by group');
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Backend');
  await expect(element(page, 'Auth Service')).toContainText('Backend');
  await colours.selectOption('By protocol');
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('sql');

  await runCommand(page, 'Present');
  const slides = page.getByRole('group', { name: 'Presentation' });
  await expect(slides).toContainText('1 of 4');
  await expect(page.getByRole('complementary', { name: 'Palette' })).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(slides).toContainText('Frontend');
  await page.keyboard.press('ArrowRight');
  await expect(slides).toContainText('Backend');
  await page.screenshot({ path: info.outputPath('present.png') });
  await page.keyboard.press('ArrowLeft');
  await expect(slides).toContainText('Frontend');
  await page.keyboard.press('Escape');
  await expect(slides).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'Palette' })).toBeVisible();
});
