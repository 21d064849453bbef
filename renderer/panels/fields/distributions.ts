// The distributions as a form sees them.
import { distributionSchema } from '../../../src/model/distribution.ts';
import { describeShape, type VariantShape } from './describe.ts';

export const DISTRIBUTIONS = describeShape(distributionSchema, 'distribution') as VariantShape;

export const DISTRIBUTION_NAMES: readonly string[] = DISTRIBUTIONS.variants.map((variant) => variant.name);
