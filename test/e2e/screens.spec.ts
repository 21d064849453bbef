// The main screens as pictures, kept as artefacts for a person to look at, and held against the rules for accessibility.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const looks = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const;

/** Breaches of WCAG 2 A and AA, each as one line. */
async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const look of looks) {
  const suffix = `${look.colorScheme}-${look.width}`;
  test.describe(`${look.colorScheme} at ${look.width}×${look.height}`, () => {
    test.use({ look });

    test('the main screens are complete and accessible', async ({ app }, info) => {
      const { page } = app;
      const picture = async (name: string): Promise<void> => {
        await page.screenshot({ path: info.outputPath(`${name}-${suffix}.png`) });
      };
      await expect(
        page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name: 'Database', exact: true }),
      ).toBeVisible();
      const width = await page.getByRole('application', { name: 'Canvas' }).evaluate((element) => element.clientWidth);
      expect(width).toBeGreaterThanOrEqual(look.width / 2);
      await picture('start');
      expect(await breaches(page)).toEqual([]);

      await page.getByRole('button', { name: 'Simulate', exact: true }).click();
      await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 50_000 });
      await picture('results');
      expect(await breaches(page)).toEqual([]);

      for (const tab of ['Scenario', 'Findings', 'Export'] as const) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        await picture(tab.toLowerCase());
        expect(await breaches(page)).toEqual([]);
      }
    });
  });
}
