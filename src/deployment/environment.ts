// The settings of one workload, parted into those that may stand in a file and those that may not.
import type { Finding } from '../model/finding.ts';

export interface Environment {
  readonly env: Readonly<Record<string, string>>;
  /** Names only. */
  readonly secrets: readonly string[];
  readonly findings: readonly Finding[];
}

/** What Kubernetes takes as the name of a variable and as a key of a ConfigMap; other platforms take no less. */
const VARIABLE_NAME = /^(?!\.\.)[-._A-Za-z][-._A-Za-z0-9]{0,252}$/;
const SECRET_NAME =
  /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION)[-_.]?KEY|(?:^|[-_.])PASS)$/i;
/** An address with a password in it, `scheme://user:password@host`. */
const SECRET_VALUE = /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/** What no process can be given, and what no text file can hold. */
const UNWRITABLE = /\0|\p{Cs}/u;

/**
 * Settings whose name or value says that they are secret become secrets by name, with a warning, so that their values
 * never reach a file. Names and values that no platform takes are errors.
 */
export function partEnvironment(
  id: string,
  env: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Environment {
  const path = `components.${id}.runtime`;
  const entries = Object.entries(env);
  const hidden = entries.filter(([name, value]) => !secrets.includes(name) && isSecret(name, value));
  const allSecrets = [...new Set([...secrets, ...hidden.map(([name]) => name)])];
  const findings = [
    ...[...new Set([...entries.map(([name]) => name), ...secrets])]
      .filter((name) => !VARIABLE_NAME.test(name))
      .map((name) => badName(path, name)),
    ...entries
      .filter(([name, value]) => UNWRITABLE.test(value) && !allSecrets.includes(name))
      .map(([name]) => badValue(path, name)),
    ...hidden.map(([name]) => secretInEnv(path, name)),
  ];
  return {
    env: Object.fromEntries(entries.filter(([name]) => !allSecrets.includes(name))),
    secrets: allSecrets,
    findings,
  };
}

function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}

function badName(path: string, name: string): Finding {
  return {
    rule: 'environment-name',
    severity: 'error',
    path,
    message: `${JSON.stringify(name)} cannot be the name of an environment variable`,
    mend: 'Use letters, digits, _, - and ., not beginning with a digit.',
  };
}

function badValue(path: string, name: string): Finding {
  return {
    rule: 'environment-value',
    severity: 'error',
    path: `${path}.env.${name}`,
    message: `the value of ${name} holds a character that cannot stand in an environment variable`,
    mend: 'Remove the zero character or the half of a surrogate pair from it.',
  };
}

function secretInEnv(path: string, name: string): Finding {
  return {
    rule: 'secret-in-env',
    severity: 'warning',
    path: `${path}.env.${name}`,
    message: `${name} looks like a secret, so its value is not written to the export`,
    mend: `Name it under secrets instead of env, and give its value to the platform.`,
  };
}
