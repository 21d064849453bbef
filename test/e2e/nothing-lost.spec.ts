// What a person has done is there again, whatever happens: a crash, another program, a folder that is gone, a wrong turn.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const EXAMPLE = 'example.spandrel.json';

function component(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name, exact: true });
}

async function add(page: Page, kind: string): Promise<void> {
  await expect(component(page, 'API Gateway')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('complementary', { name: 'Palette' }).getByRole('button', { name: kind, exact: true }).click();
  await expect(component(page, kind)).toBeVisible();
}

/** Another program writes the file: a component gets another name. */
function changeOnDisk(app: App, from: string, to: string): string {
  const theirs = readFileSync(app.file(EXAMPLE), 'utf8').replace(`"name": "${from}"`, `"name": "${to}"`);
  writeFileSync(app.file(`${EXAMPLE}.new`), theirs);
  renameSync(app.file(`${EXAMPLE}.new`), app.file(EXAMPLE));
  return theirs;
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).not.toHaveTitle(/^• /);
}

test('after kill -9 the last edit is there, unsaved, and one undo away from the file', async ({ app }) => {
  await add(app.page, 'Cache');
  await add(app.page, 'Queue');
  const before = readFileSync(app.file(EXAMPLE), 'utf8');
  await app.page.waitForTimeout(1200);

  const page = await app.crash(EXAMPLE);
  await expect(component(page, 'Cache')).toBeVisible();
  await expect(component(page, 'Queue')).toBeVisible();
  await expect(page).toHaveTitle(/^• /);
  await expect(page.getByRole('status').filter({ hasText: 'was restored' })).toBeVisible();
  expect(readFileSync(app.file(EXAMPLE), 'utf8')).toBe(before);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(component(page, 'Cache')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^• /);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await save(page);
  expect(readFileSync(app.file(EXAMPLE), 'utf8')).toContain('"kind": "cache"');

  // Saved: nothing is left to come back.
  const again = await app.crash(EXAMPLE);
  await expect(component(again, 'Cache')).toBeVisible();
  await expect(again).not.toHaveTitle(/^• /);
});

test('a page that dies loses nothing while its host goes on, and another page does not take what is alive', async ({
  app,
}, info) => {
  test.skip(info.project.name === 'electron', 'the desktop has one window');
  await add(app.page, 'Cache');
  await app.page.waitForTimeout(1200);
  const address = app.page.url();
  const other = await app.page.context().newPage();
  await other.goto(address);
  await expect(component(other, 'Database')).toBeVisible();
  await expect(component(other, 'Cache')).toHaveCount(0);
  await app.page.close({ runBeforeUnload: false });
  await other.close();
});

test('another program changes a file without unsaved work: it is read again, and undo brings the earlier back', async ({
  app,
}) => {
  const { page } = app;
  await expect(component(page, 'Database')).toBeVisible();
  changeOnDisk(app, 'Database', 'Ledger');
  await expect(component(page, 'Ledger')).toBeVisible();
  await expect(page).not.toHaveTitle(/^• /);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(component(page, 'Database')).toBeVisible();
  await expect(page).toHaveTitle(/^• /);
});

test('a conflict: compare, then keep mine; theirs is among the versions and restored in two clicks', async ({
  app,
}) => {
  const { page } = app;
  await add(page, 'Queue');
  changeOnDisk(app, 'Database', 'Ledger');
  const banner = page.getByRole('alert').filter({ hasText: 'changed by another program' });
  await expect(banner).toBeVisible();

  await banner.getByRole('button', { name: 'Compare' }).click();
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await expect(comparison.getByRole('list', { name: 'Differences', exact: true })).toContainText('Added 1');
  await expect(comparison.getByRole('list', { name: 'Differences', exact: true })).toContainText('Changed 1');
  await expect(comparison).toContainText('Queue was added');
  await expect(comparison).toContainText('Ledger → Database');
  await page.keyboard.press('Escape');
  await expect(comparison).toHaveCount(0);

  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page).not.toHaveTitle(/^• /);
  await expect(banner).toHaveCount(0);
  expect(readFileSync(app.file(EXAMPLE), 'utf8')).toContain('"name": "Database"');

  await command(page, 'Versions');
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await dialog.getByRole('button', { name: 'as it stood in the file' }).first().click();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(component(page, 'Ledger')).toBeVisible();
  await expect(component(page, 'Queue')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(component(page, 'Queue')).toBeVisible();
  await expect(page).not.toHaveTitle(/^• /);
});

test('a conflict while saving: take theirs; mine is one undo away and among the versions', async ({ app }) => {
  const { page } = app;
  await add(page, 'Queue');
  changeOnDisk(app, 'Database', 'Ledger');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Replace the file?' });
  await question.getByRole('button', { name: 'Take theirs' }).click();
  await expect(component(page, 'Ledger')).toBeVisible();
  await expect(component(page, 'Queue')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^• /);

  await command(page, 'Versions');
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await dialog.getByRole('button', { name: 'before the version of the file was taken' }).click();
  await dialog.getByRole('button', { name: 'Compare with now' }).click();
  await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('Queue was removed');
  await page.getByRole('button', { name: 'End the comparison' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(component(page, 'Queue')).toBeVisible();
});

test.describe('in the dark', () => {
  test.use({ look: { colorScheme: 'dark', width: 1920, height: 1080 } });

  test('a comparison marks on the canvas what came, went and changed, and leads from one to the next', async ({
    app,
  }, info) => {
    const { page } = app;
    await component(page, 'Auth Service').click();
    await page.keyboard.press('Delete');
    await add(page, 'Cache');
    await component(page, 'Database').click();
    const replicas = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Replicas', { exact: true });
    await replicas.fill('7');
    await replicas.press('Enter');
    await save(page);
    await command(page, 'Versions');
    const dialog = page.getByRole('dialog', { name: 'Versions' });
    await expect(dialog.locator('.picture').first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('versions.png') });
    await dialog.getByRole('button', { name: 'as it stood in the file' }).click();
    await dialog.getByRole('button', { name: 'Compare with now' }).click();
    const comparison = page.getByRole('region', { name: 'Comparison' });
    await expect(component(page, 'Cache')).toHaveAccessibleDescription(/^Added/);
    await expect(component(page, 'Auth Service')).toHaveAccessibleDescription(/^Removed/);
    await expect(component(page, 'Database')).toHaveAccessibleDescription(/^Changed/);
    await expect(comparison).toContainText('Database · Replicas was set to 7');
    await comparison.getByRole('button', { name: 'Next difference' }).click();
    await expect(comparison.getByRole('status')).toHaveText(/^1 of \d+$/);
    await page.screenshot({ path: info.outputPath('comparison.png') });
    await page.keyboard.press('Escape');
    await expect(component(page, 'Auth Service')).toHaveCount(0);
  });
});

test('a folder that vanished: it is told, nothing is lost, and the design is saved elsewhere', async ({
  app,
}, info) => {
  test.skip(info.project.name === 'electron', 'the native dialog cannot be pressed by tests');
  const { page } = app;
  mkdirSync(app.file('inner'));
  writeFileSync(app.file('inner/deep.spandrel.json'), readFileSync(app.file(EXAMPLE), 'utf8'));
  await page.keyboard.press('ControlOrMeta+o');
  const open = page.getByRole('dialog', { name: 'Open' });
  await open.getByRole('button', { name: 'inner' }).click();
  await open.getByRole('button', { name: 'deep.spandrel.json' }).dblclick();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await add(page, 'Queue');
  renameSync(app.file('inner'), app.file('elsewhere'));
  await expect(page.getByRole('alert').filter({ hasText: 'its folder is gone' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const problem = page.getByRole('dialog', { name: /cannot be saved/ });
  await expect(problem).toContainText('there is no folder');
  await problem.getByRole('button', { name: 'Save as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as' });
  await dialog.getByRole('textbox', { name: 'File name' }).fill('rescued');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveTitle(/^• /);
  expect(existsSync(app.file('rescued.spandrel.json'))).toBe(true);
  await expect(component(page, 'Queue')).toBeVisible();
});
