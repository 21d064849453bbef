// Which fields of a form are shown, worked out narrowly: drawn again only when a field comes or goes.
import type { Design } from '../../../src/model/design.ts';
import { useDocument } from '../../state/document.ts';
import { valueAt, type Place } from '../fields/place.ts';
import type { Section } from './sections.ts';

export interface ShownSection extends Section {
  /** How many of its fields are set. */
  readonly setCount: number;
}

type Matters = (path: string, design: Design) => boolean;

/**
 * The sections with the fields that matter or are set for one of the bases. The selector yields a text of marks, one for
 * each field, so that the form is drawn again only when one of them changes.
 */
export function useShownSections(
  sections: readonly Section[],
  bases: readonly Place[],
  matters: Matters,
): readonly ShownSection[] {
  const marks = useDocument(({ design }) =>
    sections
      .flatMap((section) => section.fields)
      .map(({ keys }) => {
        if (bases.some((base) => valueAt(design, [...base, ...keys]) !== undefined)) return 's';
        return matters(keys.join('.'), design) ? 'm' : '-';
      })
      .join(''),
  );
  let at = 0;
  return sections
    .map((section) => {
      const own = marks.slice(at, (at += section.fields.length));
      return {
        ...section,
        fields: section.fields.filter((_, index) => own[index] !== '-'),
        setCount: own.split('s').length - 1,
      };
    })
    .filter((section) => section.fields.length > 0);
}

/** The sections without what is one entry's own, for a form of several. */
export function withoutFields(sections: readonly ShownSection[], paths: ReadonlySet<string>): readonly ShownSection[] {
  return sections
    .map((section) => ({ ...section, fields: section.fields.filter(({ keys }) => !paths.has(keys.join('.'))) }))
    .filter((section) => section.fields.length > 0);
}
