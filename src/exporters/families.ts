// Which family each format belongs to, so that a long list of formats is read in groups.

export const FAMILIES = ['diagrams', 'deployment', 'code', 'operations', 'documents'] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Readonly<Record<string, Family>> = {
  mermaid: 'diagrams',
  svg: 'diagrams',
  png: 'diagrams',
  drawio: 'diagrams',
  structurizr: 'diagrams',
  kubernetes: 'deployment',
  kustomize: 'deployment',
  helm: 'deployment',
  compose: 'deployment',
  swarm: 'deployment',
  terraform: 'deployment',
  ansible: 'deployment',
  scaffold: 'code',
  observability: 'operations',
  loadtest: 'operations',
  docs: 'documents',
  pdf: 'documents',
};

/** The family of a format; one that is not sorted yet is a document. */
export function familyOf(format: string): Family {
  return FAMILY_OF[format] ?? 'documents';
}

/** The formats by family, in the order of the families; a family without formats is left out. */
export function byFamily<T extends { readonly id: string }>(
  formats: readonly T[],
): readonly { readonly family: Family; readonly formats: readonly T[] }[] {
  return FAMILIES.map((family) => ({ family, formats: formats.filter(({ id }) => familyOf(id) === family) })).filter(
    (group) => group.formats.length > 0,
  );
}
