// Editing as a person does it: several components at once, formulas, distributions, the timeline of a scenario, two
// scenarios side by side, findings while typing, and a run after each edit.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';

function component(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name, exact: true });
}

function inspector(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Inspector' });
}

function undo(page: Page): Locator {
  return page.getByRole('button', { name: 'Undo', exact: true });
}

async function openScenario(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
}

async function dragBy(page: Page, what: Locator, dx: number, dy: number): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('what is to be dragged is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

test('several components are edited at once, by formulas, each change one step', async ({ app }) => {
  const { page } = app;
  await component(page, 'Auth Service').click();
  const replicas = inspector(page).getByLabel('Replicas', { exact: true });
  await replicas.fill('3');
  await replicas.press('Enter');
  await component(page, 'Database').click({ modifiers: ['Shift'] });
  await component(page, 'API Gateway').click({ modifiers: ['Shift'] });
  await expect(inspector(page).getByRole('heading', { name: '3 components' })).toBeVisible();
  await expect(replicas).toHaveAttribute('placeholder', 'several values');

  await replicas.fill('2x');
  await replicas.press('Enter');
  const concurrency = inspector(page).getByLabel('Concurrency', { exact: true });
  await concurrency.fill('8');
  await concurrency.press('Enter');
  await expect(concurrency).toHaveValue('8');
  await inspector(page).getByRole('button', { name: 'Add autoscaling' }).click();
  await expect(inspector(page).getByLabel('Most replicas', { exact: true })).toHaveValue('10');

  await component(page, 'Billing Service').click();
  await component(page, 'Auth Service').click();
  await expect(replicas).toHaveValue('6');
  await expect(concurrency).toHaveValue('8');
  await undo(page).click();
  await expect(inspector(page).getByRole('button', { name: 'Add autoscaling' })).toBeVisible();
  await undo(page).click();
  await undo(page).click();
  await expect(replicas).toHaveValue('3');
});

test('a finding comes while a number is typed and goes with Escape; what cannot be read stays', async ({ app }) => {
  const { page } = app;
  await openScenario(page);
  const findings = page.getByRole('tab', { name: 'Findings' });
  await expect(findings).toHaveText('Findings');
  const warmup = inspector(page).getByLabel('Warm-up (s)', { exact: true });
  const before = await warmup.inputValue();
  await warmup.fill('2h');
  await expect(findings).toHaveText(/^Findings\s*1$/);
  await expect(warmup).toHaveAttribute('aria-invalid', 'true');
  await warmup.press('Escape');
  await expect(warmup).toHaveValue(before);
  await expect(findings).toHaveText('Findings');
  await expect(page).not.toHaveTitle(/^• /);

  await warmup.fill('soon');
  await warmup.press('Enter');
  await expect(warmup).toHaveValue('soon');
  await expect(inspector(page).getByText('"soon" is not a number')).toBeVisible();
  await expect(page).not.toHaveTitle(/^• /);
  await warmup.fill('-10');
  await warmup.press('Enter');
  await expect(warmup).toHaveValue(String(Number(before) - 10));
});

test('a distribution is drawn with its mean, and drawn anew while it is typed', async ({ app }) => {
  const { page } = app;
  await component(page, 'Auth Service').click();
  const distribution = inspector(page).getByLabel('Distribution', { exact: true });
  await distribution.selectOption('lognormal');
  const mean = inspector(page).getByLabel('Service time (ms)', { exact: true });
  await mean.fill('0.25s');
  await expect(
    inspector(page).getByRole('img', { name: /^Service time: density up to .*, mean 250 ms$/ }),
  ).toBeVisible();
  await mean.fill('40');
  const plot = inspector(page).getByRole('img', { name: /mean 40 ms$/ });
  const line = plot.locator('polyline');
  const before = await line.getAttribute('points');
  await inspector(page).getByLabel('Squared coefficient of variation').fill('0.2');
  await expect(line).not.toHaveAttribute('points', before ?? '');
});

test('the timeline: a profile drawn by hand and by keyboard, a fault dragged, each one step', async ({ app }) => {
  const { page } = app;
  await openScenario(page);
  await inspector(page).getByRole('button', { name: 'Open the timeline large' }).click();
  const dialog = page.getByRole('dialog', { name: /^Timeline of/ });
  const timeline = dialog.getByRole('group', { name: 'Timeline' });

  await timeline.getByRole('button', { name: 'Draw by hand' }).first().click();
  const points = timeline.getByRole('slider', { name: /^Point \d/ });
  await expect(points).toHaveCount(2);
  const lane = timeline.locator('.timeline-stream').first();
  await lane.dblclick({ position: { x: 200, y: 60 } });
  await expect(points).toHaveCount(3);
  const middle = points.nth(1);
  const start = await middle.getAttribute('aria-label');
  await dragBy(page, middle, 80, -20);
  await expect(middle).not.toHaveAttribute('aria-label', start ?? '');
  const dragged = (await middle.getAttribute('aria-label')) ?? '';
  await middle.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(middle).not.toHaveAttribute('aria-label', dragged);
  await page.keyboard.press('+');
  await expect(points).toHaveCount(4);
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(3);

  await timeline.getByRole('button', { name: /^Add at/ }).click();
  await page.getByRole('menuitem', { name: 'Slowdown' }).click();
  const bar = timeline.getByRole('button', { name: /^Slowdown at/ });
  const from = dialog.getByLabel('From (s)', { exact: true });
  const length = dialog.getByLabel('For (s)', { exact: true });
  const [fromBefore, lengthBefore] = [await from.inputValue(), await length.inputValue()];
  await dragBy(page, bar, 120, 0);
  await expect(from).not.toHaveValue(fromBefore);
  await expect(length).toHaveValue(lengthBefore);
  const moved = await from.inputValue();
  await dragBy(page, timeline.getByRole('slider', { name: /^End of Slowdown/ }), 60, 0);
  await expect(length).not.toHaveValue(lengthBefore);
  await expect(from).toHaveValue(moved);
  await bar.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(from).not.toHaveValue(moved);
  await page.keyboard.press('Delete');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Deleting, the arrow key, the end, the bar, adding it: five steps back there is no fault and the profile is there.
  for (let step = 0; step < 5; step++) await undo(page).click();
  await expect(inspector(page).getByRole('button', { name: /^Slowdown at/ })).toHaveCount(0);
  await expect(inspector(page).getByRole('slider', { name: /^Point \d/ })).toHaveCount(3);
});

test('scenarios are duplicated, reordered and compared', async ({ app }) => {
  const { page } = app;
  await openScenario(page);
  const choice = inspector(page).getByRole('combobox', { name: 'Scenario to edit and run' });
  const first = await choice.locator('option').first().textContent();
  await inspector(page).getByRole('button', { name: 'Duplicate scenario' }).click();
  const duration = inspector(page).getByLabel('Duration (s)', { exact: true });
  await duration.fill('+10%');
  await duration.press('Enter');
  await inspector(page).getByRole('button', { name: 'More about scenarios' }).click();
  await page.getByRole('menuitem', { name: 'Move scenario up' }).click();
  await expect(choice.locator('option').first()).toHaveText(`${first} copy`);
  await inspector(page).getByRole('button', { name: 'More about scenarios' }).click();
  await page.getByRole('menuitem', { name: 'Compare scenarios' }).click();
  const table = page.getByRole('dialog', { name: 'Compare scenarios' }).getByRole('table', { name: 'Differences' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table.getByRole('row', { name: /^Duration/ })).toContainText('changed');
  await page.getByLabel('Show what is the same too').check();
  expect(await table.getByRole('row').count()).toBeGreaterThan(4);
});

test('each edit is simulated, and errors make it wait', async ({ app }) => {
  const { page } = app;
  await page.getByRole('switch', { name: 'Simulate on every edit' }).click();
  const table = page.getByRole('table', { name: 'Components' });
  await expect(table).toBeVisible({ timeout: 40_000 });
  await component(page, 'Auth Service').click();
  const replicas = inspector(page).getByLabel('Replicas', { exact: true });
  const row = table.getByRole('row', { name: /^Auth Service\b/ });
  const before = await row.textContent();
  await replicas.fill('9');
  await expect(row).not.toHaveText(before ?? '', { timeout: 40_000 });
  await replicas.press('Enter');
  await openScenario(page);
  const warmup = inspector(page).getByLabel('Warm-up (s)', { exact: true });
  await warmup.fill('100000');
  await expect(page.getByRole('status', { name: /^Simulating on every edit waits/ })).toBeVisible();
  await warmup.press('Escape');
  await expect(page.getByRole('status', { name: /^Simulating on every edit waits/ })).toHaveCount(0);
});
