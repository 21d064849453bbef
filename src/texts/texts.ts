// The shape of the catalogue of texts, taken from the English one: a section or a text that another language lacks does
// not compile.
import type { en } from './en/index.ts';

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
export type Texts = Shape<typeof en>;
