// Exporting as a person does it: a format and its options, a look at each file, a folder that is theirs as well, an archive.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { type App, expect, test } from './app.ts';

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

async function openExport(page: Page, format: string): Promise<void> {
  await page.getByRole('tab', { name: 'Export', exact: true }).click();
  await inspector(page).getByLabel('Format').selectOption(format);
}

async function choose(page: Page, title: string, field: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel(field, { exact: true }).fill(name);
  await dialog.locator('button[type=submit]').click();
}

async function saveFolder(page: Page, name: string): Promise<void> {
  await inspector(page).getByRole('button', { name: 'Save as folder…' }).click();
  await choose(page, 'Choose a folder', 'Folder name', name);
}

async function breaches(page: Page, where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(where)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
}

const read = (app: App, name: string): string => readFileSync(app.file(name), 'utf8');

test('formats stand in families, options change the preview, and each file can be looked at and copied', async ({
  app,
}) => {
  const { page } = app;
  await openExport(page, 'kubernetes');
  const panel = inspector(page);
  await expect(panel.getByLabel('Format').locator('optgroup[label=Deployment] option:checked')).toHaveText(
    /Kubernetes/,
  );
  const files = panel.getByRole('list', { name: 'Files' });
  await files.getByRole('button', { name: /^api\.yaml/ }).click();
  const text = panel.getByRole('region', { name: 'Text of api.yaml' });
  await expect(text).toContainText('kind: Deployment');
  await panel.getByLabel('Namespace', { exact: true }).fill('shop-prod');
  await expect(text).toContainText('namespace: shop-prod');
  await expect(panel.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy all', exact: true })).toBeVisible();

  await panel.getByLabel('Format').selectOption('mermaid');
  await expect(panel.getByRole('img', { name: 'The design as a Mermaid diagram' })).toBeVisible();
  await panel.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(panel.getByRole('region', { name: /^Text of/ })).toContainText('flowchart');
});

test('what a person changed in the folder is shown, asked about, kept, and replaced only when told', async ({
  app,
}, info) => {
  test.skip(info.project.name === 'electron', "the system's own dialog cannot be driven from here");
  test.slow();
  const { page } = app;
  const panel = inspector(page);
  await openExport(page, 'kubernetes');
  await saveFolder(page, 'deploy');
  await expect.poll(() => existsSync(app.file('deploy/api.yaml'))).toBe(true);
  const folder = panel.getByRole('region', { name: 'Compared with deploy' });
  await expect(folder.getByRole('status')).toHaveText(/^\d+ the same$/);

  const mine = `${read(app, 'deploy/api.yaml')}# by hand\n`;
  writeFileSync(app.file('deploy/api.yaml'), mine);
  await folder.getByRole('button', { name: 'Compare again' }).click();
  await expect(folder.getByRole('status')).toContainText('1 edited by hand');
  await panel.getByRole('button', { name: /^api\.yaml/ }).click();
  await panel.getByRole('button', { name: 'Changes', exact: true }).click();
  const changes = panel.getByRole('region', { name: 'Changes of api.yaml' });
  await expect(changes.getByRole('deletion')).toHaveText('-# by hand');
  expect(await breaches(page, '.exports')).toEqual([]);

  await panel.getByLabel('Namespace', { exact: true }).fill('shop-prod');
  await expect(folder.getByRole('status')).toContainText('changed');
  await folder.getByRole('button', { name: 'Write to folder' }).click();
  const question = page.getByRole('dialog', { name: 'Write to deploy' });
  const answers = question.getByRole('radiogroup', { name: 'What happens to api.yaml' });
  await expect(answers.getByRole('radio', { name: 'Keep' })).toBeChecked();
  expect(await breaches(page, '[role=dialog]')).toEqual([]);
  await question.getByRole('button', { name: 'Cancel' }).click();
  const others = readdirSync(app.file('deploy')).filter((name) => name !== 'api.yaml');
  expect(others.every((name) => !read(app, join('deploy', name)).includes('shop-prod'))).toBe(true);

  await folder.getByRole('button', { name: 'Write to folder' }).click();
  await question.getByRole('button', { name: 'Write', exact: true }).click();
  await expect.poll(() => others.some((name) => read(app, join('deploy', name)).includes('shop-prod'))).toBe(true);
  expect(read(app, 'deploy/api.yaml')).toBe(mine);

  await folder.getByRole('button', { name: 'Write to folder' }).click();
  await answers.getByText('Overwrite', { exact: true }).click();
  await question.getByRole('button', { name: 'Write', exact: true }).click();
  await expect.poll(() => read(app, 'deploy/api.yaml')).toContain('shop-prod');
  expect(read(app, 'deploy/api.yaml')).not.toContain('# by hand');
  await expect(folder.getByRole('status')).toHaveText(/^\d+ the same$/);
});

test('what is left over is removed only when told', async ({ app }, info) => {
  test.skip(info.project.name === 'electron', "the system's own dialog cannot be driven from here");
  const { page } = app;
  await openExport(page, 'kubernetes');
  await saveFolder(page, 'deploy');
  await expect.poll(() => existsSync(app.file('deploy/api.yaml'))).toBe(true);
  writeFileSync(app.file('deploy/old.yaml'), read(app, 'deploy/api.yaml'));
  const remove = page.getByRole('checkbox', { name: 'Remove old.yaml' });
  const write = page.getByRole('dialog').getByRole('button', { name: 'Write', exact: true });
  await inspector(page).getByRole('button', { name: 'Write to folder' }).click();
  await expect(remove).not.toBeChecked();
  await write.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await inspector(page).getByRole('button', { name: 'Write to folder' }).click();
  expect(existsSync(app.file('deploy/old.yaml'))).toBe(true);
  await remove.check();
  await write.click();
  await expect.poll(() => existsSync(app.file('deploy/old.yaml'))).toBe(false);
  expect(existsSync(app.file('deploy/api.yaml'))).toBe(true);
});

test('a folder can be compared with before anything is written, and an archive holds the same files', async ({
  app,
}, info) => {
  test.skip(info.project.name === 'electron', "the system's own dialog cannot be driven from here");
  const { page } = app;
  const panel = inspector(page);
  await openExport(page, 'kubernetes');
  await panel.getByRole('button', { name: 'Compare with folder…' }).click();
  await choose(page, 'Choose a folder', 'Folder name', 'deploy');
  const folder = panel.getByRole('region', { name: 'Compared with deploy' });
  await expect(folder.getByRole('status')).toHaveText(/^\d+ new$/);
  expect(existsSync(app.file('deploy'))).toBe(false);
  await folder.getByRole('button', { name: 'Write to folder' }).click();
  await expect.poll(() => existsSync(app.file('deploy'))).toBe(true);

  await panel.getByRole('button', { name: 'Save as zip…' }).click();
  await choose(page, 'Save as', 'File name', 'deploy.zip');
  await expect.poll(() => existsSync(app.file('deploy.zip'))).toBe(true);
  const entries = unzipSync(new Uint8Array(readFileSync(app.file('deploy.zip'))));
  expect(Object.keys(entries).sort()).toEqual(readdirSync(app.file('deploy')).sort());
});

test('pictures are drawn in the window, with the results of the last run laid over, and saved as bytes', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 50_000 });
  const panel = inspector(page);
  for (const format of ['svg', 'png']) {
    await openExport(page, format);
    const picture = panel.getByRole('img', { name: /^Picture of/ });
    const drawn = (): Promise<number> => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(drawn).toBeGreaterThan(200);
    const before = await picture.getAttribute('src');
    await panel.getByLabel('Results', { exact: true }).check();
    await expect.poll(() => picture.getAttribute('src')).not.toBe(before);
    await expect.poll(drawn).toBeGreaterThan(200);
  }
  await panel.getByRole('button', { name: 'Save…', exact: true }).click();
  await choose(page, 'Save as', 'File name', 'shop.png');
  await expect.poll(() => existsSync(app.file('shop.png'))).toBe(true);
  expect(readFileSync(app.file('shop.png')).subarray(1, 4).toString('latin1')).toBe('PNG');
  await panel.getByLabel('Format').selectOption('pdf');
  await expect(panel.getByText(/^A PDF of \d+/)).toBeVisible();
});
