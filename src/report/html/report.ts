// A run as one page of HTML that needs nothing else: no request, no script. The same run gives the same bytes: when it
// was made and how long it took stand nowhere in it.
import { bottleneckSentence } from '../../analysis/bottleneck.ts';
import { describeFields } from '../../analysis/describe.ts';
import { hashText } from '../../exporters/mark.ts';
import { scenarioSchema } from '../../model/design.ts';
import { nameOf } from '../../model/graph.ts';
import { writeDesign } from '../../model/write.ts';
import { texts, type Language } from '../../texts/index.ts';
import { bandsOf } from '../bands.ts';
import { formatFigure, formatNumber, formatWhole } from '../format.ts';
import { objectiveRows } from '../objectives.ts';
import type { ReportedRun } from '../run.ts';
import { fill, type ReportWords } from '../words.ts';
import { chartFigures } from './figures.ts';
import { html, raw, table, type Html } from './html.ts';
import { STYLE } from './style.ts';
import { componentsTable, connectionsTable, requestsTable, summaryFigures } from './tables.ts';

/** No request of any kind leaves the page, whatever the names in it say. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function htmlReport(run: ReportedRun, language: Language): string {
  const words = texts[language].report;
  const title = fill(words.title, { name: run.design.name });
  const sections = [
    head(run, words),
    objectives(run, words),
    notes(run, words),
    section(
      words.requests,
      html`${requestsTable(run, words)}
        <p class="soft">${words.intervals}</p>`,
    ),
    section(words.components, componentsTable(run, words)),
    section(words.charts, html`${chartFigures(run, words)}`),
    connections(run, words),
    bands(run, words),
    scenario(run, words),
  ];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          ${sections}
          <footer><p>${words.madeBy}</p></footer>
        </main>
      </body>
    </html> `.html;
}

function section(title: string, body: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${body}
  </section> `;
}

function head(run: ReportedRun, words: ReportWords): Html {
  const { design, result } = run;
  const ran = fill(words.ran, {
    scenario: nameOf(design.scenarios?.find(({ id }) => id === run.scenario) ?? { id: run.scenario }),
    replications:
      result.replications === 1 ? words.replication : fill(words.replications, { count: result.replications }),
    seconds: formatNumber(result.simulatedS, 6),
    warmup: formatNumber(result.warmupS, 6),
    seed: result.seed,
  });
  const sentence = bottleneckSentence(design, result);
  return html`<header>
      <h1>${design.name}</h1>
      <p class="soft">${ran}</p>
      <p class="soft">
        ${words.designHash}: ${hashText(writeDesign(design))} ·
        ${fill(words.events, { count: formatWhole(result.events) })}
      </p>
    </header>
    ${sentence === null ? html`` : html`<p class="lead">${sentence}.</p> `}${summaryFigures(result, words)}`;
}

function objectives({ design, result }: ReportedRun, words: ReportWords): Html {
  const rows = objectiveRows(design, result, words);
  if (rows.length === 0) return html``;
  const verdict = (met: boolean): Html =>
    met ? html`<span class="met">✓ ${words.met}</span>` : html`<span class="missed">✗ ${words.missed}</span>`;
  return section(
    words.objectives,
    table(
      words.objectives,
      [
        { title: words.objective, cell: ({ asked }) => asked },
        { title: words.value, cell: ({ value }) => value },
        { title: words.verdict, cell: ({ met }) => verdict(met) },
      ],
      rows,
    ),
  );
}

function notes({ result }: ReportedRun, words: ReportWords): Html {
  const said = result.notes.map(({ path, message }) => html`<li>${path === '' ? '' : `${path}: `}${message}</li>`);
  return section(
    words.notes,
    said.length === 0
      ? html`<p>${words.noNotes}</p>`
      : html`<ul>
          ${said}
        </ul>`,
  );
}

function connections(run: ReportedRun, words: ReportWords): Html {
  return (run.design.connections ?? []).length === 0
    ? html``
    : section(words.connections, connectionsTable(run, words));
}

function bands(run: ReportedRun, words: ReportWords): Html {
  const rows = bandsOf(run, words);
  if (rows.length === 0) return html``;
  return section(
    words.faultsAndRollouts,
    table(
      words.faultsAndRollouts,
      [
        { title: words.faultsAndRollouts, cell: ({ label }) => label },
        { title: words.from, cell: ({ fromS }) => formatFigure('s', fromS) },
        { title: words.until, cell: ({ toS }) => formatFigure('s', toS) },
      ],
      rows,
    ),
  );
}

function scenario({ design, scenario: id }: ReportedRun, words: ReportWords): Html {
  const found = design.scenarios?.find((candidate) => candidate.id === id);
  if (!found) return html``;
  const columns = [
    { title: words.parameter, cell: ({ title }: { title: string }) => title },
    { title: words.value, cell: ({ text }: { text: string }) => shortened(text) },
  ];
  return section(words.scenario, table(nameOf(found), columns, describeFields(found, scenarioSchema, ['scenarios'])));
}

/** A trace may hold a million times. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}
