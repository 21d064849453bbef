// Numbers as Kubernetes quantities, always rounded up, so that nothing gets less than the design gives it.

/** Cores, or any plain number, to a thousandth: `2`, `250m`. */
export function milliQuantity(value: number): string {
  const milli = Math.max(1, Math.ceil(Number((value * 1000).toPrecision(12))));
  return milli % 1000 === 0 ? plain(milli / 1000) : `${plain(milli)}m`;
}

/** Memory in the largest binary unit that it is a whole number of: `4Gi`, `256Mi`, `308Ki`. */
export function memoryQuantity(memoryMiB: number): string {
  const kibi = Math.max(1, Math.ceil(Number((memoryMiB * 1024).toPrecision(12))));
  if (kibi % 1024 ** 2 === 0) return `${plain(kibi / 1024 ** 2)}Gi`;
  return kibi % 1024 === 0 ? `${plain(kibi / 1024)}Mi` : `${plain(kibi)}Ki`;
}

/** Without an exponent, which could not stand before a unit; Kubernetes has no greater numbers either. */
function plain(value: number): string {
  return BigInt(Math.min(value, Number.MAX_SAFE_INTEGER)).toString();
}
