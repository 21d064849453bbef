// The main job as a person does it: from the example to a simulated, exported and saved design, with nothing lost.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const EXAMPLE = 'example.spandrel.json';

function canvas(page: Page): Locator {
  return page.getByRole('application', { name: 'Canvas' });
}

function component(page: Page, name: string): Locator {
  return canvas(page).getByRole('group', { name, exact: true });
}

/** Where the native dialog answers on the desktop, the window asks by itself over the loopback host. */
async function chooseInDialog(page: Page, title: string, label: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('textbox', { name: label }).fill(name);
  await dialog.getByRole('textbox', { name: label }).press('Enter');
}

async function simulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 50_000 });
}

/** The design in the file, as others read it. */
function saved(
  app: App,
  name = EXAMPLE,
): { components: Record<string, unknown>[]; connections: Record<string, unknown>[] } {
  return JSON.parse(readFileSync(app.file(name), 'utf8')) as ReturnType<typeof saved>;
}

test('the three regions, the tabs and the buttons are in sight from the start', async ({ app }) => {
  const { page } = app;
  await expect(page).toHaveTitle(/^[^•]+ - Spandrel$/);
  for (const name of ['Palette', 'Inspector', 'Results'])
    await expect(page.getByRole('complementary', { name })).toBeVisible();
  for (const name of ['Design', 'Scenario', 'Findings', 'Export'])
    await expect(page.getByRole('tab', { name, exact: true })).toBeVisible();
  for (const name of ['Simulate', 'Undo', 'Redo', 'Save', 'Export'])
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(component(page, 'API Gateway')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Metric').first()).toBeVisible();
  await expect(canvas(page).getByRole('group', { name: 'Web-UI to API Gateway' })).toBeAttached();
});

test('a cache is added, connected, given a hit ratio, simulated, exported, saved and found again', async ({
  app,
}, info) => {
  const { page } = app;
  const before = saved(app);

  await page
    .getByRole('complementary', { name: 'Palette' })
    .getByRole('button', { name: 'Cache', exact: true })
    .click();
  await expect(component(page, 'Cache')).toBeVisible();
  await expect(page).toHaveTitle(/^• /);

  const from = component(page, 'Billing Service').locator('.react-flow__handle-right').first();
  const to = component(page, 'Cache').locator('.react-flow__handle-left').first();
  // The canvas moves until the new component is in sight; a hover that is not forced waits for that.
  await component(page, 'Cache').hover();
  await from.hover({ force: true });
  await page.mouse.down();
  await component(page, 'Cache').hover({ force: true });
  await to.hover({ force: true });
  await page.mouse.up();
  await expect(canvas(page).getByRole('group', { name: 'Billing Service to Cache' })).toBeAttached();

  await component(page, 'Cache').click();
  const ratio = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Hit ratio', { exact: true });
  await ratio.fill('0.75');
  await ratio.press('Enter');

  await simulate(page);
  const row = page.getByRole('table', { name: 'Components' }).getByRole('row', { name: /^Cache\b/ });
  await expect(row).toContainText('/s');
  await expect(page.getByRole('complementary', { name: 'Results' })).toContainText('is the bottleneck');

  await page.getByRole('tab', { name: 'Export', exact: true }).click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Format').selectOption('kubernetes');
  if (info.project.name !== 'electron') {
    await page.getByRole('button', { name: 'Save as one file…' }).click();
    await chooseInDialog(page, 'Save as', 'File name', 'deploy.yaml');
    await expect.poll(() => existsSync(app.file('deploy.yaml'))).toBe(true);
    const manifests = readFileSync(app.file('deploy.yaml'), 'utf8');
    expect(manifests).toContain('kind: Deployment');
    expect(manifests).toContain('name: cache');
  }

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).not.toHaveTitle(/^• /);
  const after = saved(app);
  expect(after.components.slice(0, before.components.length).map(({ id }) => id)).toEqual(
    before.components.map(({ id }) => id),
  );
  expect(after.components.at(-1)).toMatchObject({ kind: 'cache', hitRatio: 0.75 });
  expect(after.connections.at(-1)).toMatchObject({ from: 'billing', to: after.components.at(-1)?.id });

  const again = await app.reopen(EXAMPLE);
  await component(again, 'Cache').click();
  await expect(
    again.getByRole('complementary', { name: 'Inspector' }).getByLabel('Hit ratio', { exact: true }),
  ).toHaveValue('0.75');
  await expect(again).not.toHaveTitle(/^• /);
});

test('everything is undone to the first byte and done again', async ({ app }) => {
  const { page } = app;
  const before = readFileSync(app.file(EXAMPLE), 'utf8');
  await component(page, 'Database').click();
  const replicas = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Replicas', { exact: true });
  await replicas.fill('3');
  await replicas.press('Enter');
  await component(page, 'Database').click();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Delete');
  await expect(component(page, 'Database')).toHaveCount(0);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  for (let step = 0; step < 3; step++) await undo.click();
  await expect(undo).toBeDisabled();
  await expect(page).not.toHaveTitle(/^• /);
  await component(page, 'Database').click();
  await expect(replicas).not.toHaveValue('3');
  const redo = page.getByRole('button', { name: 'Redo', exact: true });
  await redo.click();
  await expect(replicas).toHaveValue('3');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page).not.toHaveTitle(/^• /);
  const lines = readFileSync(app.file(EXAMPLE), 'utf8').split('\n');
  const changed = lines.filter((line) => !before.split('\n').includes(line));
  expect(changed.map((line) => line.trim())).toEqual([expect.stringMatching(/^"replicas": 3,?$/)]);
});

test('a run can be stopped, and the next one goes through', async ({ app }) => {
  const { page } = app;
  await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const duration = inspector.getByLabel('Duration (s)', { exact: true });
  await duration.fill('1000000');
  await duration.press('Enter');
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Simulation' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Simulation' })).toHaveCount(0);
  await duration.fill('100');
  await duration.press('Enter');
  await simulate(page);
});

test('a value that cannot be is told beside its field and changes nothing', async ({ app }) => {
  const { page } = app;
  await component(page, 'Auth Service').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const concurrency = inspector.getByLabel('Concurrency', { exact: true });
  await concurrency.fill('many');
  await concurrency.press('Enter');
  await expect(concurrency).toHaveAttribute('aria-invalid', 'true');
  await expect(page).not.toHaveTitle(/^• /);
});

test('commands are found by their titles and run by the keyboard alone', async ({ app }) => {
  const { page } = app;
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox').fill('Add cache');
  await page.keyboard.press('Enter');
  await expect(component(page, 'Cache')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(component(page, 'Cache')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^• /);
});

test('a file changed on disk by another program is not overwritten unasked', async ({ app }) => {
  const { page } = app;
  await page
    .getByRole('complementary', { name: 'Palette' })
    .getByRole('button', { name: 'Queue', exact: true })
    .click();
  const theirs = readFileSync(app.file(EXAMPLE), 'utf8').replace('"Database"', '"Their database"');
  writeFileSync(app.file(EXAMPLE), theirs);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Replace the file?' });
  await expect(question).toBeVisible();
  expect(readFileSync(app.file(EXAMPLE), 'utf8')).toBe(theirs);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveTitle(/^• /);
  await expect(component(page, 'Queue')).toBeVisible();
});

test('unsaved work is asked for before its tab is closed, and another design takes a tab of its own', async ({
  app,
}) => {
  const { page } = app;
  await page
    .getByRole('complementary', { name: 'Palette' })
    .getByRole('button', { name: 'Worker', exact: true })
    .click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('New from template');
  await page.keyboard.press('Enter');
  const gallery = page.getByRole('dialog', { name: 'New from template' });
  await gallery.getByRole('button', { name: /^Microservices/ }).click();
  await expect(page.getByRole('tab', { selected: true, name: /Microservices/ })).toBeVisible();
  await page.getByRole('tab', { name: /unsaved changes/ }).click();
  await expect(component(page, 'Worker')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+w');
  const unsaved = page.getByRole('dialog', { name: 'Save the changes?' });
  await unsaved.getByRole('button', { name: 'Cancel' }).click();
  await expect(component(page, 'Worker')).toBeVisible();
});

test.describe('an unreadable file', () => {
  test.use({ design: 'example.spandrel.json' });

  test('is told with place and mend, and stays as it is', async ({ app }, info) => {
    test.skip(
      info.project.name === 'electron',
      'the desktop opens it through the native dialog, which tests cannot press',
    );
    const { page } = app;
    writeFileSync(app.file('broken.spandrel.json'), '{\n  "spandrel": 1,\n  "name": "x"\n  "components": []\n}\n');
    const size = statSync(app.file('broken.spandrel.json')).size;
    await page.keyboard.press('ControlOrMeta+o');
    await page.getByRole('dialog', { name: 'Open' }).getByRole('button', { name: 'broken.spandrel.json' }).dblclick();
    const problem = page.getByRole('dialog', { name: /cannot be opened/ });
    await expect(problem).toContainText('Line 4, column 3');
    await expect(problem).toContainText('comma');
    await page.keyboard.press('Escape');
    await expect(component(page, 'API Gateway')).toBeVisible();
    expect(statSync(app.file('broken.spandrel.json')).size).toBe(size);
  });
});
