// The choice of a format, grouped by family.
import { byFamily } from '../../../src/exporters/families.ts';
import { exporters } from '../../../src/exporters/index.ts';
import { panelsStore } from '../../state/panels.ts';
import { said, t } from '../../texts.ts';

const GROUPS = byFamily(exporters);

export function FormatField({ format }: { format: string }) {
  return (
    <div className="field exports-format">
      <div className="field-name">
        <label htmlFor="export-format">{t('exports.format')}</label>
      </div>
      <div className="field-control">
        <select
          id="export-format"
          className="field-input field-select"
          value={format}
          onChange={(event) => panelsStore.setState({ exportFormat: event.target.value })}
        >
          {GROUPS.map(({ family, formats }) => (
            <optgroup key={family} label={t(`exports.families.${family}`)}>
              {formats.map((exporter) => (
                <option key={exporter.id} value={exporter.id}>
                  {said(exporter.title)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
    </div>
  );
}
