// The options chosen for each format, kept for the session; not part of the design.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Exporter, ExportOptions } from '../../../src/exporters/exporter.ts';

const NONE: ExportOptions = {};

const optionsStore = createStore<Readonly<Record<string, ExportOptions>>>(() => ({}));

export function useChosenOptions(format: string): ExportOptions {
  return useStore(optionsStore, (state) => state[format] ?? NONE);
}

export function chooseOption(format: string, key: string, value: string | boolean): void {
  optionsStore.setState((state) => ({ [format]: { ...state[format], [key]: value } }));
}

/** Every option of the format, chosen or by default. */
export function effectiveOptions(exporter: Exporter, chosen: ExportOptions): ExportOptions {
  return Object.fromEntries(exporter.options.map(({ key, default: standard }) => [key, chosen[key] ?? standard]));
}
