// No format writes a secret down, wherever in the settings of a component it stands.
import { describe, expect, it } from 'vitest';
import { nodeRasteriser } from '../../main/files/raster.ts';
import { exporters, runExporter } from '../../src/exporters/index.ts';
import { setRasteriser } from '../../src/exporters/picture/raster.ts';
import type { Design } from '../../src/model/design.ts';

setRasteriser(nodeRasteriser);

const SECRET = 'hunter2-correct-horse';

const design: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    {
      id: 'api',
      kind: 'service',
      runtime: {
        image: 'me/api:1',
        env: {
          LOG_LEVEL: 'info',
          ADMIN_PASSWORD: SECRET,
          STRIPE_API_KEY: SECRET,
          REPORTS_URL: `postgresql://reader:${SECRET}@reports.example.com/main`,
        },
        secrets: ['DB_PASSWORD'],
      },
    },
    { id: 'db', kind: 'sql-database', runtime: { env: { POSTGRES_PASSWORD: SECRET } } },
  ],
  connections: [{ id: 'api-db', from: 'api', to: 'db', protocol: 'sql' }],
  scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 5 }] }],
};

describe('a secret', () => {
  it.each(exporters.map((exporter) => ({ id: exporter.id, exporter })))(
    'does not stand in what $id writes',
    async ({ exporter }) => {
      const made = await runExporter(exporter, design);
      if (!made.ok) throw new Error(JSON.stringify(made.findings));
      const bytes = made.value.map(({ path, text, encoding }) => ({
        path,
        text: Buffer.from(text, encoding ?? 'utf8'),
      }));
      expect(bytes.filter(({ text }) => text.includes(SECRET)).map(({ path }) => path)).toEqual([]);
      expect(JSON.stringify(made.notes)).not.toContain(SECRET);
    },
  );
});
