// Where Spandrel keeps what is the user's but no design: logs and settings, as each system has it.
import { homedir } from 'node:os';
import { join } from 'node:path';

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

/** The XDG specification has relative paths ignored. */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') === true ? path : undefined;
}
