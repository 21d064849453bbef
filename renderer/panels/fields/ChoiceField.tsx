// One of a few words, or of the things of the design by their names; the first choice is the default where there is one.
import { useDocument } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { placeholderOf, type FieldDescription } from './describe.ts';
import { FieldRow } from './FieldRow.tsx';
import type { Place } from './place.ts';
import { namesToReferTo, type Choice } from './references.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';

interface SelectProps {
  readonly field: FieldDescription;
  readonly keys: Place;
  readonly choices: readonly Choice[];
}

function SelectField({ field, keys, choices }: SelectProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const chosen = typeof value === 'string' ? value : '';
  const isUnknown = chosen !== '' && !choices.some((choice) => choice.value === chosen);
  const change = (next: string): void => {
    writer.write(keys, next === '' ? undefined : next);
    writer.leave();
  };
  return (
    <FieldRow title={field.title} unit={field.unit} help={field.help} path={path}>
      {(control) => (
        <select
          {...control}
          className="field-input field-select"
          title={value === undefined ? defaultLabel(field) : undefined}
          value={value === MIXED ? ' ' : chosen}
          onChange={(event) => change(event.target.value)}
        >
          {value === MIXED && (
            <option value=" " disabled>
              {t('fields.severalValues')}
            </option>
          )}
          {(!field.required || chosen === '') && <option value="">{defaultLabel(field)}</option>}
          {isUnknown && <option value={chosen}>{t('fields.notThere', { value: chosen })}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}

function defaultLabel(field: FieldDescription): string {
  const text = placeholderOf(field);
  if (field.required) return t('fields.choose');
  if (text === '') return t('fields.none');
  return field.refersTo === undefined ? t('fields.defaultIs', { value: text }) : text;
}

export function ChoiceField({
  field,
  keys,
  options,
}: {
  field: FieldDescription;
  keys: Place;
  options: readonly string[];
}) {
  return <SelectField field={field} keys={keys} choices={options.map((value) => ({ value, label: value }))} />;
}

/** A text that names a component, group, connection or kind. */
export function ReferenceField({ field, keys }: { field: FieldDescription; keys: Place }) {
  const refersTo = field.refersTo ?? 'component';
  const names = useDocument((state) => namesToReferTo(state.design, refersTo));
  return <SelectField field={field} keys={keys} choices={names} />;
}

/** Yes or no; the side that is the default leaves no key in the file. */
export function SwitchField({ field, keys }: { field: FieldDescription; keys: Place }) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const standard = field.default === true;
  const change = (checked: boolean): void => {
    writer.write(keys, checked === standard ? undefined : checked);
    writer.leave();
  };
  return (
    <FieldRow title={field.title} help={field.help} path={path}>
      {(control) => (
        <input
          {...control}
          className="field-check"
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = value === MIXED;
          }}
          checked={typeof value === 'boolean' ? value : standard}
          onChange={(event) => change(event.target.checked)}
        />
      )}
    </FieldRow>
  );
}
