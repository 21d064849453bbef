// Every screen as a picture, kept as artefacts for a person to look at, and held against the rules for accessibility.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const looks = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Breaches of WCAG 2.2 A and AA, each as one line. What lies behind a dialog is looked at without it. */
async function breaches(page: Page, screen: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(rules);
  if ((await page.getByRole('dialog').count()) > 0) axe.include('[role=dialog]');
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${screen}: ${id}: ${html.slice(0, 160)}`));
}

async function simulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 50_000 });
}

/** A dialog that keys open is there, is looked at, and goes with Escape. */
async function inDialog(page: Page, keys: string, name: string, look: () => Promise<void>): Promise<void> {
  await page.keyboard.press(keys);
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

for (const look of looks) {
  const suffix = `${look.colorScheme}-${look.width}`;
  test.describe(`${look.colorScheme} at ${look.width}×${look.height}`, () => {
    test.use({ look });

    test('every screen is complete and accessible', async ({ app }, info) => {
      test.setTimeout(240_000);
      const { page } = app;
      const found: string[] = [];
      const held = async (name: string): Promise<void> => {
        await page.screenshot({ path: info.outputPath(`${name}-${suffix}.png`) });
        found.push(...(await breaches(page, name)));
      };
      const canvas = page.getByRole('application', { name: 'Canvas' });
      await expect(canvas.getByRole('group', { name: 'Database', exact: true })).toBeVisible();
      expect(await canvas.evaluate((element) => element.clientWidth)).toBeGreaterThanOrEqual(look.width / 2);
      await held('start');

      await inDialog(page, 'ControlOrMeta+k', 'Commands', () => held('commands'));
      await inDialog(page, 'ControlOrMeta+,', 'Settings', () => held('settings'));
      await inDialog(page, 'F1', 'Help', () => held('help'));
      await inDialog(page, 'ControlOrMeta+n', 'New from template', () => held('gallery'));
      await inDialog(page, 'ControlOrMeta+Alt+v', 'Versions', () => held('versions'));

      await simulate(page);
      await held('results');
      const tabs = page.getByRole('complementary', { name: 'Results' }).getByRole('tab');
      for (let index = 1; index < (await tabs.count()); index++) {
        await tabs.nth(index).click();
        await held(`results-${index}`);
      }
      await tabs.first().click();
      for (const tab of ['Scenario', 'Findings', 'Export'] as const) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        await held(tab.toLowerCase());
      }

      await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
      await page.getByRole('button', { name: 'Open the timeline large' }).click();
      await expect(page.getByRole('dialog', { name: /imeline/ })).toBeVisible();
      await held('timeline');
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Design', exact: true }).click();

      await canvas.getByRole('group', { name: 'Auth Service', exact: true }).click();
      await held('component');
      await page.keyboard.press('f');
      await held('focus');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+f');
      await page.getByRole('search').getByRole('searchbox').or(page.getByRole('search').getByRole('textbox')).fill('a');
      await held('find');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+Alt+p');
      await expect(page.getByRole('group', { name: 'Presentation' })).toBeVisible();
      await held('presentation');
      await page.keyboard.press('Escape');

      await page.keyboard.press('ControlOrMeta+w');
      await expect(page.getByRole('heading', { name: 'Start from a pattern' })).toBeVisible();
      await held('welcome');
      expect(found).toEqual([]);
    });
  });
}

test('forced colours keep the window accessible, and less motion is respected', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await simulate(page);
  expect(await breaches(page, 'forced colours')).toEqual([]);
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((animation) => animation.playState === 'running' && Number(animation.effect?.getTiming().duration) > 1)
        .length,
  );
  expect(moving).toBe(0);
});

test.describe('at 200 %', () => {
  // What a window of 1280×800 has left in CSS pixels at twice the size.
  test.use({ look: { colorScheme: 'light', width: 640, height: 400 } });

  test('nothing is cut off that cannot be reached, and the page does not scroll sideways', async ({ app }, info) => {
    const { page } = app;
    await expect(page.getByRole('application', { name: 'Canvas' })).toBeVisible();
    await page.screenshot({ path: info.outputPath('zoomed.png') });
    const scrolls = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth;
    });
    expect(scrolls).toBe(false);
    for (const name of ['Simulate', 'Undo', 'Redo', 'Save', 'Export'])
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 0.9 });
    expect(await breaches(page, 'at 200 %')).toEqual([]);
  });
});
