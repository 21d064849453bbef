// The tab Analysis: what to change first, and the saturation curve of the open design.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const WORTH = 'What to change first';
const CURVE = 'Saturation curve';

async function openAnalysis(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Analysis', exact: true }).click();
  await expect(page.getByRole('table', { name: WORTH })).toBeVisible({ timeout: 50_000 });
}

async function openSection(page: Page, title: string): Promise<void> {
  await openAnalysis(page);
  await page.getByRole('button', { name: title, exact: true }).click();
}

test('what to change first is told with its gain, and a replica is added from there', async ({ app }) => {
  const { page } = app;
  await openAnalysis(page);
  const add = page
    .getByRole('table', { name: WORTH })
    .getByRole('button', { name: 'Apply: One more replica of Database' });
  await add.click();
  // The answer follows the design: the database has two now.
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'One more replica of Database', exact: true }).click();
  await page.getByRole('tab', { name: 'Design', exact: true }).click();
  await expect(page.getByLabel('Replicas', { exact: true })).toHaveValue('2');
});

test('the curve has its knee at once, is simulated point by point, and can be stopped', async ({ app }) => {
  const { page } = app;
  await openAnalysis(page);
  await expect(page.getByRole('img', { name: /^The knee is at \d/ })).toBeVisible({ timeout: 50_000 });
  await page.getByRole('button', { name: 'Simulate the curve', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: CURVE })).toBeVisible();
  const points = page.getByRole('table', { name: 'Simulated loads' }).getByRole('row');
  await expect(points.nth(2)).toBeVisible({ timeout: 50_000 });
  await page.getByRole('button', { name: `Stop ${CURVE}` }).click();
  await expect(page.getByRole('progressbar', { name: CURVE })).toBeHidden();
  // What was found stays, as a heading and some of the ten loads.
  const kept = await points.count();
  expect(kept).toBeGreaterThanOrEqual(3);
  expect(kept).toBeLessThan(11);
  await page.getByRole('button', { name: `Show ${CURVE} large` }).click();
  await expect(page.getByRole('dialog', { name: CURVE }).getByRole('table', { name: 'Simulated loads' })).toBeVisible({
    timeout: 50_000,
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`breaks no rule of WCAG 2 A and AA, ${colorScheme}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    for (const section of ['Capacity plan', 'Sweep', 'Comparisons']) await openSection(page, section);
    await page.getByLabel('Values, 1', { exact: true }).last().fill('1..2');
    await page.getByRole('button', { name: 'Simulate 2 points' }).click();
    await expect(page.getByRole('table', { name: 'Simulated points' }).getByRole('row')).toHaveCount(3);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
  });
}

test('a sweep fills its picture and table as its points come, and a point is applied to the design', async ({
  app,
}) => {
  const { page } = app;
  await openSection(page, 'Sweep');
  const values = page.getByLabel('Values, 1', { exact: true });
  await page.getByLabel('What varies, 1', { exact: true }).selectOption({ label: 'Database · Replicas' });
  await values.fill('1..');
  await expect(page.getByText('"1.." is no range')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Simulate the points' })).toBeDisabled();
  await values.fill('1..2');
  await page.getByRole('button', { name: 'Vary something else too' }).click();
  await page.getByLabel('What varies, 2', { exact: true }).selectOption({ label: 'Database · Speed' });
  await page.getByLabel('Values, 2', { exact: true }).fill('1,2');
  await page.getByRole('button', { name: 'Simulate 4 points' }).click();
  const table = page.getByRole('table', { name: 'Simulated points' });
  await expect(table.getByRole('row')).toHaveCount(5, { timeout: 50_000 });
  await expect(page.getByRole('img', { name: /^p95 over Database · Replicas, Database · Speed/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Cost' }).check({ force: true });
  await expect(page.getByText(/beaten by none/)).toBeVisible();
  await table.getByRole('button', { name: 'Apply 2 · 1', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
  await expect(page.getByText('The design was edited since it was simulated.')).toBeVisible();
});

test('a plan finds the cheapest capacity for an objective typed in its form, and takes it over', async ({ app }) => {
  const { page } = app;
  await openSection(page, 'Capacity plan');
  const limit = page.getByLabel('Limit of the new objective');
  await limit.fill('x');
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  await limit.fill('400');
  await limit.press('Enter');
  await expect(page.getByRole('button', { name: /^Remove the objective responseMs.p95 below 400/ })).toBeVisible();
  // One dimension is enough to see it through.
  const removals = page.getByRole('button', { name: /^Remove variable/ });
  while ((await removals.count()) > 0) await removals.first().click();
  await page.getByLabel('What varies, 1', { exact: true }).selectOption({ label: 'Database · Replicas' });
  await page.getByLabel('Values, 1', { exact: true }).fill('1..4');
  await page.getByRole('button', { name: 'Find the cheapest' }).click();
  await expect(page.getByText('This is the cheapest capacity that meets the objectives.')).toBeVisible({
    timeout: 50_000,
  });
  const cheapest = page.getByRole('region', { name: 'Cheapest' });
  await expect(cheapest.getByRole('row', { name: 'Database · Replicas 1 → 2' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Runner-up' })).toBeVisible();
  await cheapest.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The design was edited since it was simulated.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('The design was edited since it was simulated.')).toBeHidden();
});

test('the design is pinned, changed and compared with what it was; the comparison is pinned and stays', async ({
  app,
}) => {
  const { page } = app;
  await openSection(page, 'Comparisons');
  await page.getByRole('button', { name: 'Pin this design' }).click();
  await page.getByRole('button', { name: 'Apply: One more replica of Database' }).click();
  await page.getByLabel('Replications', { exact: true }).last().selectOption('5');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const comparison = page.getByRole('region', { name: /^A: Pinned .*; B: now, Weekday/ });
  await expect(comparison.getByRole('row', { name: /^Response time, mean .* lower$/ })).toBeVisible({
    timeout: 50_000,
  });
  await expect(comparison.getByText(/figures? differs? beyond chance/)).toBeVisible();
  await comparison.getByRole('button', { name: 'Pin this comparison' }).click();
  // Another takes nothing away from it.
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: `Stop Comparisons` }).click();
  await expect(comparison).toBeVisible();
  await comparison.getByRole('button', { name: 'Unpin this comparison' }).click();
  await expect(comparison).toBeHidden();
});
