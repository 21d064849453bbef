// From the names of the design to the numbers of the network.

export type Numbers = ReadonlyMap<string, number>;

export function numbersOf(items: readonly { readonly id: string }[]): Numbers {
  return new Map(items.map(({ id }, index) => [id, index]));
}

/** The design has been validated, so there is such a thing. */
export function numberIn(numbers: Numbers, id: string): number {
  const index = numbers.get(id);
  if (index === undefined) throw new Error(`The design was not validated: there is no ${id}`);
  return index;
}
