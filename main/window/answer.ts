// What a call comes to: its output, or the number under which the defect was logged.
export type Answer = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly error: string };
