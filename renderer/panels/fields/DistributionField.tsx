// A distribution of a time: which one, its parameters, the mean under the name of the time itself, and how it looks. A
// missing one is brought in by typing its mean.
import { useMemo } from 'react';
import type { Distribution, DistributionName } from '../../../src/model/distribution.ts';
import { meanMsOf } from '../../../src/model/density.ts';
import { t } from '../../texts.ts';
import { distributionOfMean } from './change-variant.ts';
import { placeholderOf, type FieldDescription, type NumberShape } from './describe.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { DistributionPlot } from './DistributionPlot.tsx';
import { FieldRow } from './FieldRow.tsx';
import { FindingsAt } from './FindingsAt.tsx';
import { InnerField } from './InnerField.tsx';
import { NumberField } from './NumberField.tsx';
import type { Place } from './place.ts';
import { MIXED, usePath, usePresence, useTarget, useValue, useWriter } from './target.ts';

const MEAN: NumberShape = { type: 'number', min: 0, max: null, above: null, whole: false, nullable: false, word: null };

interface DistributionFieldProps {
  readonly field: FieldDescription;
  readonly keys: Place;
  /** A plain number may stand here instead. */
  readonly plain?: NumberShape | null;
}

function fieldsOf(name: unknown): readonly FieldDescription[] {
  return DISTRIBUTIONS.variants.find((variant) => variant.name === name)?.fields ?? [];
}

function isDistribution(value: unknown): value is Distribution {
  return typeof value === 'object' && value !== null && 'distribution' in value;
}

/** What is written for the choice, with the mean carried over. */
function nextValue(choice: string, value: unknown, takesPlain: boolean): unknown {
  if (choice === '') return undefined;
  const mean = typeof value === 'number' ? value : isDistribution(value) ? meanMsOf(value) : takesPlain ? 0 : 10;
  return choice === 'number' ? mean : distributionOfMean(choice as DistributionName, mean);
}

/** What the field of the mean writes where no distribution stands yet, for one that is to be there. */
function wrapMean(mean: number): Distribution {
  return distributionOfMean('exponential', mean);
}

/** Whether all entries have a mean of their own, be it of different distributions. */
function useHasMean(keys: Place, name: unknown): boolean {
  const { bases } = useTarget();
  const present = usePresence([...keys, 'meanMs']);
  return name === MIXED ? present === bases.length : fieldsOf(name).some(({ key }) => key === 'meanMs');
}

interface ChoiceProps extends DistributionFieldProps {
  readonly value: unknown;
  readonly name: unknown;
}

function DistributionChoice({ field, keys, plain = null, value, name }: ChoiceProps) {
  const path = usePath([...keys, 'distribution']);
  const writer = useWriter(field.title);
  const change = (choice: string): void => {
    const before = writer.valuesAt(keys);
    writer.writeEach(
      keys,
      before.map((one) => nextValue(choice, one, plain !== null)),
    );
    writer.leave();
  };
  const isMixed = name === MIXED || value === MIXED;
  const shown = name === MIXED || (isMixed && name === undefined) ? ' ' : typeof value === 'number' ? 'number' : name;
  return (
    <FieldRow title={t('fields.distribution')} help={field.help} path={path}>
      {(control) => (
        <select
          {...control}
          className="field-input field-select"
          value={typeof shown === 'string' ? shown : ''}
          onChange={(event) => change(event.target.value)}
        >
          {shown === ' ' && (
            <option value=" " disabled>
              {t('fields.severalValues')}
            </option>
          )}
          {(!field.required || value === undefined) && (
            <option value="">{placeholderOf(field) || t('fields.none')}</option>
          )}
          {plain && <option value="number">{t('fields.plainNumber')}</option>}
          {DISTRIBUTIONS.variants.map((variant) => (
            <option key={variant.name} value={variant.name}>
              {variant.name}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}

export function DistributionField({ field, keys, plain = null }: DistributionFieldProps) {
  const value = useValue(keys);
  const name = useValue([...keys, 'distribution']);
  const path = usePath(keys);
  const hasMean = useHasMean(keys, name);
  const isMissing = value === undefined;
  const isPlain = plain !== null && (typeof value === 'number' || (value === MIXED && name === undefined));
  const meanField = useMemo(
    () => ({ ...field, required: !isMissing && !isPlain, key: 'meanMs' }),
    [field, isMissing, isPlain],
  );
  const others = fieldsOf(name).filter((parameter) => parameter.key !== 'meanMs');
  // One element for both, so that what is being typed stays when it brings the distribution in.
  const stands = isMissing || isPlain;
  return (
    <div className="field-group" role="group" aria-label={field.title}>
      {(stands || hasMean) && (
        <NumberField
          field={meanField}
          shape={(stands ? plain : null) ?? MEAN}
          keys={stands ? keys : [...keys, 'meanMs']}
          wrap={isMissing && plain === null ? wrapMean : undefined}
        />
      )}
      {!stands && <FindingsAt path={path} />}
      <DistributionChoice field={field} keys={keys} plain={plain} value={value} name={name} />
      {others.map((parameter) => (
        <InnerField key={parameter.key} field={parameter} keys={[...keys, parameter.key]} />
      ))}
      {isDistribution(value) && <DistributionPlot distribution={value} title={field.title} />}
    </div>
  );
}
