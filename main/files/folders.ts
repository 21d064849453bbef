// Where Spandrel keeps what is the user's but no design: logs, settings, unsaved work and versions, as each system has it.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Logs: XDG's state folder, the Mac's Logs, Windows' local application data. */
export function stateFolder(env: Environment = process.env, platform: string = process.platform): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Spandrel', 'logs');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Logs', 'Spandrel');
  return join(absolute(env['XDG_STATE_HOME']) ?? join(homedir(), '.local', 'state'), 'spandrel');
}

/** Settings: XDG's config folder, the Mac's Application Support, Windows' roaming application data. */
export function configFolder(env: Environment = process.env, platform: string = process.platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Spandrel');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Spandrel');
  return join(absolute(env['XDG_CONFIG_HOME']) ?? join(homedir(), '.config'), 'spandrel');
}

/**
 * Unsaved work and versions of designs: beside the settings, or where SPANDREL_STATE_FOLDER says. On Linux it is XDG's
 * state folder, which is made for what outlives a start but is no setting.
 */
export function keptFolder(env: Environment = process.env, platform: string = process.platform): string {
  const own = env['SPANDREL_STATE_FOLDER'];
  if (own !== undefined && own !== '') return resolve(own);
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Spandrel', 'kept');
  return platform === 'darwin' ? join(configFolder(env, platform), 'kept') : stateFolder(env, platform);
}

/** The XDG specification has relative paths ignored. */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') === true ? path : undefined;
}
