// From one format version to the next, in order. A migration takes the tree of version n and gives that of n + 1.
import { FORMAT_VERSION } from './design.ts';
import { fail, type Outcome, succeed } from './finding.ts';

export interface Migration {
  /** The version that it reads. */
  readonly from: number;
  readonly migrate: (tree: Record<string, unknown>) => Outcome<Record<string, unknown>>;
}

/** Version 1 is the first, so there is nothing to migrate from yet. */
const migrations: readonly Migration[] = [];

/**
 * The tree in the newest version. `spandrel` of the result is the version it has then; a version that is newer than this
 * program, missing, or without a way up is a finding.
 */
export function migrate(
  tree: Record<string, unknown>,
  list: readonly Migration[] = migrations,
  newest: number = FORMAT_VERSION,
): Outcome<Record<string, unknown>> {
  const version = tree.spandrel;
  const finding = (message: string, mend: string) =>
    fail([{ rule: 'format-version', severity: 'error', path: 'spandrel', message, mend }]);
  if (version === undefined)
    return finding(
      'this is JSON, but no Spandrel design: the key "spandrel" is missing',
      `add "spandrel": ${newest}, if it is a design`,
    );
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return finding(
      `the format version must be a whole number, but it is ${JSON.stringify(version)}`,
      `write "spandrel": ${newest}`,
    );
  }
  if (version > newest) {
    return finding(
      `this design has format version ${version}, and this program reads up to ${newest}`,
      'open it with a newer Spandrel',
    );
  }
  if (version === newest) return succeed(tree);
  const step = list.find((candidate) => candidate.from === version);
  if (!step)
    return finding(
      `there is no way from format version ${version} to ${newest}`,
      'open it with the Spandrel that wrote it',
    );
  const next = step.migrate(tree);
  return next.ok ? migrate({ ...next.value, spandrel: version + 1 }, list, newest) : next;
}
