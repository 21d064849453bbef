// A distribution of a time: which one, and its parameters, the mean under the name of the time itself. A missing one is
// brought in by typing its mean.
import { useMemo } from 'react';
import type { Distribution, DistributionName } from '../../../src/model/distribution.ts';
import { placeholderOf, type FieldDescription, type NumberShape } from './describe.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { distributionOfMean, meanOf } from './change-variant.ts';
import { FindingsAt } from './FindingsAt.tsx';
import { FieldRow } from './FieldRow.tsx';
import { NumberField } from './NumberField.tsx';
import type { Place } from './place.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';
import { InnerField } from './InnerField.tsx';

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

/** The parameter that is named like the field itself: the mean. */
function useMeanField(field: FieldDescription, required: boolean): Omit<FieldDescription, 'shape'> {
  return useMemo(() => ({ ...field, required, key: 'meanMs' }), [field, required]);
}

export function DistributionField({ field, keys, plain = null }: DistributionFieldProps) {
  const name = useValue([...keys, 'distribution']);
  const value = useValue(keys);
  const path = usePath([...keys, 'distribution']);
  const wholePath = usePath(keys);
  const writer = useWriter(field.title);
  const isPlain = plain !== null && typeof value === 'number';
  const isMissing = value === undefined;
  const meanField = useMeanField(field, !isMissing && !isPlain);
  const lead = isMissing || isPlain ? null : fieldsOf(name).find((parameter) => parameter.key === 'meanMs');
  const others = fieldsOf(name).filter((parameter) => parameter.key !== 'meanMs');

  const change = (next: string): void => {
    writer.write(keys, nextValue(next, value, plain !== null));
    writer.leave();
  };
  return (
    <div className="field-group" role="group" aria-label={field.title}>
      {isMissing || isPlain ? (
        <NumberField
          field={meanField}
          shape={plain ?? MEAN}
          keys={keys}
          onWrite={
            isPlain || plain !== null
              ? undefined
              : (mean) => writer.write(keys, distributionOfMean('exponential', mean))
          }
        />
      ) : (
        lead && <NumberField field={meanField} shape={MEAN} keys={[...keys, 'meanMs']} />
      )}
      {!isMissing && !isPlain && <FindingsAt path={wholePath} />}
      <FieldRow title="Distribution" help={field.help} path={path}>
        {(control) => (
          <select
            {...control}
            className="field-input field-select"
            value={value === MIXED && name === MIXED ? ' ' : isPlain ? 'number' : String(name ?? '')}
            onChange={(event) => change(event.target.value)}
          >
            {name === MIXED && (
              <option value=" " disabled>
                several values
              </option>
            )}
            {(!field.required || isMissing) && <option value="">{placeholderOf(field) || 'none'}</option>}
            {plain && <option value="number">a number</option>}
            {DISTRIBUTIONS.variants.map((variant) => (
              <option key={variant.name} value={variant.name}>
                {variant.name}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {others.map((parameter) => (
        <InnerField key={parameter.key} field={parameter} keys={[...keys, parameter.key]} />
      ))}
    </div>
  );
}

/** What is written for the choice, with the mean carried over. */
function nextValue(choice: string, value: unknown, takesPlain: boolean): unknown {
  if (choice === '') return undefined;
  const mean = typeof value === 'number' ? value : isDistribution(value) ? meanOf(value) : takesPlain ? 0 : 10;
  return choice === 'number' ? mean : distributionOfMean(choice as DistributionName, mean);
}

function isDistribution(value: unknown): value is Distribution {
  return typeof value === 'object' && value !== null && 'distribution' in value;
}
