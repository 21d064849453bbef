// What the desktop app remembers from one start to the next. A missing or broken file is the same as none.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { configFolder } from './folders.ts';
import { readText } from './text-file.ts';
import { writeWhole } from './write-whole.ts';

const settingsSchema = z.object({
  window: z
    .object({
      x: z.number().int().optional(),
      y: z.number().int().optional(),
      width: z.number().int().min(400).max(20_000),
      height: z.number().int().min(300).max(20_000),
      maximized: z.boolean(),
    })
    .optional(),
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
export async function writeSettings(settings: Settings, file: string = settingsFile()): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch {
    return;
  }
  await writeWhole(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`), { overwrite: true });
}
