// Objectives of a run for build servers: as JUnit XML, one test case each, and as annotations of GitHub's workflow log.
import { xmlEscaped as xml } from '../../src/exporters/xml.ts';
import type { Design, Objective } from '../../src/model/design.ts';
import type { Result } from '../../src/simulation/result.ts';
import { wanted } from './report.ts';

interface Case {
  readonly id: string;
  /** `p95: responseMs.p95 at api below 200`. */
  readonly name: string;
  /** Why it is missed; null where it is met. */
  readonly failure: string | null;
}

function casesOf(design: Design, { objectives }: Result): Case[] {
  return objectives.map(({ id, value, met }) => {
    const objective = design.objectives?.find((one) => one.id === id);
    const name = objective ? `${id}: ${wanted(objective)}` : id;
    return { id, name, failure: met ? null : missedText(objective, value) };
  });
}

/** Value and limit, or that there is no value. */
export function missedText(objective: Objective | undefined, value: number | null): string {
  const is = value === null ? 'nothing was measured' : `it is ${String(value)}`;
  return `missed: ${is}${objective ? `, wanted is ${wanted(objective)}` : ''}`;
}

/** JUnit XML as the build servers read it: a suite for the scenario, a test case for each objective. */
export function junitText(design: Design, result: Result): string {
  const cases = casesOf(design, result);
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const counts = `tests="${String(cases.length)}" failures="${String(failures)}" errors="0"`;
  const seconds = (result.wallMs / 1000).toFixed(3);
  const suite = `name="${xml(`${design.name}: ${result.scenario}`)}" ${counts} skipped="0" time="${seconds}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts} time="${seconds}">`,
    `  <testsuite ${suite}>`,
    ...cases.flatMap((one) => caseLines(one, result.scenario)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseLines({ name, failure }: Case, scenario: string): string[] {
  const start = `    <testcase name="${xml(name)}" classname="${xml(scenario)}" time="0"`;
  if (failure === null) return [`${start}/>`];
  const told = xml(failure);
  return [`${start}>`, `      <failure message="${told}" type="objective-missed">${told}</failure>`, '    </testcase>'];
}

/** One `::error` for each missed objective; with none missed nothing. */
export function githubText(file: string, design: Design, result: Result): string {
  return casesOf(design, result)
    .flatMap(({ id, failure }) =>
      failure === null
        ? []
        : [`::error file=${property(file)},title=${property(`Objective ${id}`)}::${data(`${id} ${failure}`)}\n`],
    )
    .join('');
}

/** As GitHub's own toolkit escapes the message of a workflow command (`@actions/core`, command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property ends at a comma or a colon, so that these are escaped too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
