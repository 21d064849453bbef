// Types of the plain JavaScript beside it, for the tests.
export function findBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | null;
export function findElectron(root: string, env?: NodeJS.ProcessEnv): string | null;
