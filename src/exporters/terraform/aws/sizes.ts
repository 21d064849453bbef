// The sizes that tasks of Fargate come in: the smallest that gives a workload what the design gives it.

export interface TaskSize {
  /** In 1024ths of a core. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly isEnough: boolean;
}

/** Units of CPU, and the memory that goes with them: from, to, in steps of. */
const SIZES = [
  [256, 512, 2048, 512],
  [512, 1024, 4096, 1024],
  [1024, 2048, 8192, 1024],
  [2048, 4096, 16_384, 1024],
  [4096, 8192, 30_720, 1024],
  [8192, 16_384, 61_440, 4096],
  [16_384, 32_768, 122_880, 8192],
] as const;

export function taskSize({
  cpu,
  memoryMiB,
}: {
  readonly cpu: number | null;
  readonly memoryMiB: number | null;
}): TaskSize {
  const units = (cpu ?? 0.25) * 1024;
  const memory = memoryMiB ?? 512;
  for (const [offered, least, most, step] of SIZES) {
    if (offered < units || most < memory) continue;
    const wanted = Math.max(least, least + Math.ceil((memory - least) / step) * step);
    // Between 512 and 1024 MiB the smallest size has nothing.
    const stepped = offered === 256 && wanted > 1024 ? 2048 : wanted;
    return { cpu: offered, memoryMiB: Math.min(most, stepped), isEnough: true };
  }
  return { cpu: 16_384, memoryMiB: 122_880, isEnough: false };
}
