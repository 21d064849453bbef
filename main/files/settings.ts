// What Spandrel remembers from one start to the next, for both hosts. A missing or broken file is the same as none.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { windowSettings } from '../../src/ipc/contract.ts';
import { configFolder } from './folders.ts';
import { readText } from './text-file.ts';
import { writeWhole } from './write-whole.ts';

const settingsSchema = z.object({
  /** Where the desktop's window stood. */
  window: z
    .object({
      x: z.number().int().optional(),
      y: z.number().int().optional(),
      width: z.number().int().min(400).max(20_000),
      height: z.number().int().min(300).max(20_000),
      maximized: z.boolean(),
    })
    .optional(),
  /** What was chosen in the window. */
  chosen: windowSettings.optional(),
  /** Absolute paths, the latest first. */
  recent: z.array(z.string()).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

const LIMIT = 2 ** 20;

export function settingsFile(): string {
  return join(configFolder(), 'settings.json');
}

export async function readSettings(file: string = settingsFile()): Promise<Settings> {
  const read = await readText(file, LIMIT);
  if (!read.ok) return {};
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(read.value.text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** Settings that cannot be kept are lost silently: nothing that the user made depends on them. */
async function writeSettings(settings: Settings, file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch {
    return;
  }
  await writeWhole(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`), { overwrite: true });
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other, each on what the one before has written. */
export function changeSettings(
  change: (settings: Settings) => Settings,
  file: string = settingsFile(),
): Promise<Settings> {
  const next = last.then(async () => {
    const changed = change(await readSettings(file));
    await writeSettings(changed, file);
    return changed;
  });
  last = next.catch(() => undefined);
  return next;
}
