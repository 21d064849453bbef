// What a person does with the figures of runs: sorts and looks, sees what is meant on the canvas, edits and runs again,
// sees what that changed, and takes tables, pictures and a report along.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

function results(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Results' });
}

function card(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name, exact: true });
}

async function simulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Simulate', exact: true })).toBeEnabled({ timeout: 50_000 });
  await expect(page.getByRole('table', { name: 'Components' })).toBeAttached();
}

async function openTab(page: Page, name: string): Promise<void> {
  await results(page).getByRole('tab', { name, exact: true }).click();
}

/** Breaches of WCAG 2 A and AA, each as one line. */
async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Saves from the dialog under a name of its own; the text or bytes of the file. */
async function saved({ page, file }: App, button: string, name: string): Promise<Buffer> {
  await results(page).getByRole('button', { name: 'Save figures', exact: true }).click();
  await page.getByRole('dialog', { name: 'Save figures' }).getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByLabel('File name', { exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => contentOf(file(name))?.length ?? 0).toBeGreaterThan(0);
  return readFileSync(file(name));
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

test('a table is sorted by its headings, and its rows point at the canvas and back', async ({ app }, info) => {
  test.setTimeout(120_000);
  const { page } = app;
  await simulate(page);
  const table = page.getByRole('table', { name: 'Components' });
  const heading = table.getByRole('columnheader', { name: 'Arrivals' });
  await heading.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(table.getByRole('row').nth(1)).toContainText('Database');

  const row = table.getByRole('row', { name: /^Auth Service/ });
  await row.hover();
  await expect(card(page, 'Auth Service').locator('.canvas-card-hovered')).toBeVisible();
  await row.getByRole('button').focus();
  await card(page, 'Billing Service').hover();
  await expect(table.getByRole('row', { name: /^Billing Service/ })).toHaveClass(/results-hovered/);

  await openTab(page, 'Distribution');
  await expect(
    results(page).getByRole('img', { name: /^Distribution of response times: All requests: half/ }),
  ).toBeVisible();
  const curve = results(page).getByRole('img', { name: /^Response time by percentile/ });
  await curve.focus();
  await page.keyboard.press('ArrowRight');
  await expect(results(page).locator('.plot-chart').nth(1)).toContainText('%');
  await page.screenshot({ path: info.outputPath('distribution.png') });
  expect(await breaches(page)).toEqual([]);
});

test('an edit makes the run stale; the next says what was changed and compares', async ({ app }, info) => {
  test.setTimeout(180_000);
  const { page } = app;
  await simulate(page);
  await card(page, 'Database').click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Replicas', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  await expect(results(page)).toContainText('Edited');
  await simulate(page);
  await openTab(page, 'Runs');
  const history = page.getByRole('table', { name: 'Runs of this session' });
  await expect(history.getByRole('row', { name: /^Run 2/ })).toContainText('Database: replicas 1 → 3');
  for (const number of [1, 2]) await history.getByRole('button', { name: `Pin run ${number} to compare` }).click();
  await page.screenshot({ path: info.outputPath('history.png') });
  expect(await breaches(page)).toEqual([]);
  await results(page).getByRole('radio', { name: 'Comparison' }).check({ force: true });
  const comparison = page.getByRole('table', { name: 'Comparison' });
  await expect(comparison.getByRole('row', { name: /^Database ?: Utilisation/ })).toContainText('beyond chance');
  await page.screenshot({ path: info.outputPath('comparison.png') });
  await results(page).getByRole('checkbox', { name: 'Only beyond chance' }).check();
  await expect(comparison).not.toContainText('may be chance');
  expect(await breaches(page)).toEqual([]);
  await results(page).getByText('History', { exact: true }).click();
  await history.getByRole('button', { name: 'Show run 1' }).click();
  await expect(results(page)).toContainText('Edited');
});

test('tables, pictures and a report are saved as files', async ({ app }, info) => {
  test.setTimeout(90_000);
  const { page } = app;
  await simulate(page);
  const components = (await saved(app, 'Components as CSV', 'components.csv')).toString();
  expect(components).toMatch(/^component,name,arrivalsPerSecond,arrivalsPerSecond ci95,/);
  expect(components).toContain('\r\ndb,Database,');
  const series = (await saved(app, 'Everything over time as CSV', 'series.csv')).toString();
  expect(series).toMatch(/^fromS,offeredPerSecond,/);
  const svg = (await saved(app, 'Distribution of response times as SVG', 'spread.svg')).toString();
  expect(svg).toContain('>Distribution of response times</text>');
  const png = await saved(app, 'Utilisation as PNG', 'utilisation.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  await page.screenshot({ path: info.outputPath('saved.png') });
  const report = (await saved(app, 'Report as HTML', 'report.html')).toString();
  expect(report).toContain('<h1>Example architecture</h1>');
});
