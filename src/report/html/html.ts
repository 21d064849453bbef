// HTML as text, with everything that comes from a design escaped on the way in.
import { escaped } from '../charts/mark.ts';

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Html[];

function partText(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map(({ html: text }) => text).join('');
}

/** A template whose values are escaped unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, next, at) => text + partText(parts[at - 1] ?? '') + next) };
}

/** For what this program made itself, such as a picture. */
export function raw(text: string): Html {
  return { html: text };
}

export interface TableColumn<R> {
  readonly title: string;
  readonly cell: (row: R) => Html | string;
}

/** The first column names the rows. */
export function table<R>(caption: string, columns: readonly TableColumn<R>[], rows: readonly R[]): Html {
  const [naming, ...others] = columns;
  if (!naming) return html``;
  return html`<div class="scroll">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${naming.cell(row)}</th>
              ${others.map(({ cell }) => html`<td>${cell(row)}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;
}
