// Every call and event between the window and its host, with a schema for what crosses; both hosts serve this table.
import { z } from 'zod';
import type { StudyAnswer, StudyPart } from '../analysis/studies/study.ts';

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  path: z.string(),
  message: z.string(),
  mend: z.string(),
  position: z.object({ line: z.number(), column: z.number() }).optional(),
});

/** `Outcome` as it crosses: the same two cases. */
const outcome = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value, notes: z.array(finding) }),
    z.object({ ok: z.literal(false), findings: z.array(finding) }),
  ]);

const openedFile = z.object({
  /** Absolute on the desktop, relative to the served folder on the loopback host. */
  path: z.string(),
  text: z.string(),
  /** Hash of the bytes on disk; given back on saving, so that a change by another program is seen. */
  hash: z.string(),
  readOnly: z.boolean(),
});

/** A design that is open, as the window names it; names files of the host's own. */
const documentId = z.string().regex(/^[\w-]{1,64}$/);

/** Unsaved work, as it is kept outside of the file that it belongs to. */
const unsavedWork = z.object({
  documentId,
  title: z.string(),
  /** Null where it has never been saved. */
  path: z.string().nullable(),
  /** Of the file that it was made from. */
  hash: z.string().nullable(),
  readOnly: z.boolean(),
  text: z.string(),
});
export const windowSettings = z
  .object({
    language: z.enum(['system', 'en', 'de']),
    theme: z.enum(['system', 'light', 'dark']),
    motion: z.enum(['system', 'reduced']),
    /** The keys of commands that have other ones than they came with, by the id of the command. */
    shortcuts: z.record(z.string(), z.array(z.string())),
    /** The tour was offered once already. */
    tourSeen: z.boolean(),
    /** What the window remembers of itself, such as the sizes of its panels, by a key of its own. */
    layout: z.record(z.string(), z.string()),
  })
  .partial();

/** A picture crosses as base64. */
const exportFile = z.object({ path: z.string(), text: z.string(), encoding: z.literal('base64').optional() });

const varied = z.object({ path: z.string().max(1000), values: z.array(z.unknown()).min(1).max(10_000) });

/** What a study asks of a design and a scenario; see src/analysis/studies. */
const studyQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sweep'),
    vary: z.array(varied).min(1).max(20),
    precision: z.number().positive().optional(),
    replications: z.number().int().min(1).max(10_000).optional(),
  }),
  /** The scenario under these multiples of its load. */
  z.object({ kind: z.literal('load'), factors: z.array(z.number().positive()).min(1).max(1000) }),
  /** Null: the ranges that a plan has by itself. The objectives are those of the design. */
  z.object({ kind: z.literal('plan'), vary: z.array(varied).max(20).nullable() }),
  /** How the scenario of the design, as B, differs from that of the other one, A, which may be the same design. */
  z.object({
    kind: z.literal('compare'),
    other: z.object({ text: z.string(), scenario: z.string() }),
    replications: z.number().int().min(2).max(10_000),
  }),
]);

/** Made by the core of the same version, so its shape is that of the type. */
const isKinded = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value;
const studyAnswer = z.custom<StudyAnswer>(isKinded);
const studyPart = z.custom<StudyPart>(isKinded);

/** One file, the files below a folder, or all of them in one zip. */
const exportShape = z.enum(['single', 'folder', 'archive']);

export const calls = {
  /** What the window needs at its start: which host, and what to open. */
  'app.start': {
    input: z.object({}),
    output: z.object({
      host: z.enum(['desktop', 'loopback']),
      version: z.string(),
      platform: z.string(),
      /** native: the host shows its own file dialog; own: the window lists folders through files.list. */
      fileDialogs: z.enum(['native', 'own']),
      readOnly: z.boolean(),
      /** The design to open first: a file, or else the example template's text. */
      open: z
        .object({ path: z.string().nullable(), text: z.string(), hash: z.string().nullable(), readOnly: z.boolean() })
        .nullable(),
      /** Set where the file to open first could not be read. */
      problem: z.array(finding),
    }),
  },
  /** What the person chose for every window; a missing key was never chosen. */
  'settings.read': { input: z.object({}), output: windowSettings },
  /** Replaces the keys that are given and leaves the others. */
  'settings.write': { input: windowSettings, output: z.object({}) },
  /** The files opened and saved last, the latest first, as far as this window may reach them. */
  'recent.list': { input: z.object({}), output: z.array(z.object({ path: z.string(), name: z.string() })) },
  'recent.add': { input: z.object({ path: z.string() }), output: z.object({}) },
  'recent.forget': { input: z.object({ path: z.string() }), output: z.object({}) },
  /** False where the host has no windows of its own to open: then the window opens its own address again. */
  'window.open': { input: z.object({}), output: z.object({ opened: z.boolean() }) },
  'templates.list': {
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), name: z.string(), pattern: z.string(), description: z.string() })),
  },
  'templates.read': { input: z.object({ id: z.string() }), output: outcome(z.object({ text: z.string() })) },
  /** Native dialogs only; null when the person gave up. */
  'files.choose': {
    input: z.object({ purpose: z.enum(['open', 'save', 'folder']), suggestedName: z.string() }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** The folder's entries, for the window's own dialog; `folder` is empty for the root. */
  'files.list': {
    input: z.object({ folder: z.string() }),
    output: outcome(
      z.object({
        folder: z.string(),
        entries: z.array(z.object({ name: z.string(), path: z.string(), kind: z.enum(['file', 'folder']) })),
      }),
    ),
  },
  'files.read': { input: z.object({ path: z.string() }), output: outcome(openedFile) },
  /**
   * Whole-file write. `expectedHash` null: the file must not exist unless `overwrite`; a hash: the file must still have it
   * unless `overwrite`. What stands in the way is a finding with rule `file-exists` or `file-changed`.
   */
  'files.write': {
    input: z.object({
      path: z.string(),
      text: z.string(),
      expectedHash: z.string().nullable(),
      overwrite: z.boolean(),
      /** What was done last, for the list of versions. */
      label: z.string().max(500).optional(),
      /** Writes only where what stands there could be kept as a version. */
      keepsReplaced: z.boolean().optional(),
    }),
    output: outcome(z.object({ path: z.string(), hash: z.string() })),
  },
  /** The files of the window to look after from now on, each with the hash that the window knows. Looks at once. */
  'files.watch': {
    input: z.object({ files: z.array(z.object({ path: z.string(), hash: z.string() })).max(200) }),
    output: z.object({}),
  },
  /** Keeps unsaved work on the disk, in place of what was kept of the same design. */
  'recovery.keep': { input: unsavedWork, output: outcome(z.null()) },
  /** Saved, or given up. */
  'recovery.forget': { input: z.object({ documentId }), output: z.object({}) },
  /** What a window that is gone has left behind, from now on this window's own; the newest first. */
  'recovery.claim': {
    input: z.object({}),
    output: z.object({ works: z.array(unsavedWork.extend({ at: z.string() })), notes: z.array(finding) }),
  },
  /** Keeps a version of a design; one that says the same as the newest is not kept twice. */
  'versions.keep': {
    input: z.object({ documentId, path: z.string().nullable(), label: z.string().max(500), text: z.string() }),
    output: outcome(z.null()),
  },
  /** The newest first. */
  'versions.list': {
    input: z.object({ documentId, path: z.string().nullable() }),
    output: outcome(z.array(z.object({ id: z.string(), at: z.string(), label: z.string() }))),
  },
  'versions.read': {
    input: z.object({ documentId, path: z.string().nullable(), id: z.string().regex(/^[\w-]{1,80}$/) }),
    output: outcome(z.object({ text: z.string() })),
  },
  /** What writing an export would do to each file at its target, and which of ours it no longer makes. */
  'files.compareExport': {
    input: z.object({ target: z.string(), files: z.array(exportFile).min(1), shape: exportShape }),
    output: outcome(
      z.array(
        z.object({
          path: z.string(),
          /** See `ComparedState` of the host: a person's work is `edited` or `foreign`. */
          state: z.enum(['new', 'same', 'changed', 'edited', 'foreign', 'gone']),
          /** What stands there, where it is a text of a readable size. */
          text: z.string().nullable(),
          /** Null where nothing stands that may be replaced. */
          hash: z.string().nullable(),
        }),
      ),
    ),
  },
  /**
   * Writes an export: to one file or archive (`target` names it) or below a folder. Files that a person changed are
   * refused unless `overwrite`, or unless `replaces` has the hash that the person saw; `removes` are stale files of ours.
   */
  'files.writeExport': {
    input: z.object({
      target: z.string(),
      files: z.array(exportFile),
      shape: exportShape,
      overwrite: z.boolean(),
      replaces: z.record(z.string(), z.string()).optional(),
      removes: z.array(z.object({ path: z.string(), hash: z.string() })).optional(),
    }),
    output: outcome(z.object({ written: z.array(z.string()), removed: z.array(z.string()) })),
  },
  /** Runs to the end; progress comes as events with the same run id. The result is that of `simulate --json`. */
  'simulation.run': {
    input: z.object({
      runId: z.string(),
      text: z.string(),
      scenario: z.string(),
      /** So many requests of the run are kept as traces. */
      traces: z.number().int().min(0).optional(),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('done'), result: z.unknown() }),
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('failed'), findings: z.array(finding) }),
    ]),
  },
  'simulation.cancel': { input: z.object({ runId: z.string() }), output: z.object({}) },
  /** Runs to the end; what it finds on the way comes as events with the same study id. */
  'study.run': {
    input: z.object({ studyId: z.string(), text: z.string(), scenario: z.string(), question: studyQuestion }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('done'), answer: studyAnswer }),
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('failed'), findings: z.array(finding) }),
    ]),
  },
  'study.cancel': { input: z.object({ studyId: z.string() }), output: z.object({}) },
  /** The window's answers to its host: what the title says, whether work is unsaved, and that it may close now. */
  'window.state': { input: z.object({ title: z.string(), dirty: z.boolean() }), output: z.object({}) },
  'window.close': { input: z.object({}), output: z.object({}) },
  /** A defect in the window: logged by the host; the number is what the person sees. */
  'app.report': {
    input: z.object({ message: z.string(), stack: z.string() }),
    output: z.object({ number: z.string() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const events = {
  'simulation.progress': z.object({
    runId: z.string(),
    fraction: z.number(),
    replicationsDone: z.number(),
    replications: z.number(),
    leftMs: z.number().nullable(),
  }),
  /** `done` of `total` runs, points or trials; `total` is null where nobody knows how many it takes. */
  'study.progress': z.object({
    studyId: z.string(),
    fraction: z.number(),
    done: z.number(),
    total: z.number().nullable(),
    leftMs: z.number().nullable(),
  }),
  'study.part': z.object({ studyId: z.string(), part: studyPart }),
  /** A command chosen in the native menu, by its id. */
  'menu.command': z.object({ id: z.string() }),
  /** A file handed to the app from outside: second start, double-click. */
  'file.open': z.object({ path: z.string() }),
  /** What a watched file is now; `same` when it is again as the window knows it. */
  'file.changed': z.object({
    path: z.string(),
    standing: z.enum(['same', 'changed', 'removed', 'folder', 'unreadable']),
  }),
  /** The window is asked to close: it answers with window.close once nothing is lost. */
  'window.closing': z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type StudyQuestion = z.infer<typeof studyQuestion>;
export type WindowSettings = z.infer<typeof windowSettings>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.infer<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<Calls[N]['output']>;
export type EventName = keyof typeof events;
export type EventData<N extends EventName> = z.infer<(typeof events)[N]>;

/** A missing handler does not compile. */
export type Handlers = { readonly [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> };
export type Emit = <N extends EventName>(name: N, data: EventData<N>) => void;

/** The same table as functions, and the events: what the window is given, over the bridge or the socket. */
export interface HostPort {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
}

/** On the loopback socket every message is one of these, as JSON. */
export const socketRequest = z.object({ id: z.number(), call: z.string(), input: z.unknown() });
export type SocketRequest = z.infer<typeof socketRequest>;
export type SocketReply =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  /** A defect: stays on its side, logged under this number. */
  | { readonly id: number; readonly ok: false; readonly error: string }
  | { readonly event: string; readonly data: unknown };
