// The gate of both hosts: a call by name, its input and output held against the contract, defects kept on this side.
import { calls, type CallName, type Handlers } from '../../src/ipc/contract.ts';
import type { Answer } from './answer.ts';
import type { LogDefect } from '../files/defect-log.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Answer>;

/** Never rejects. A name that the contract lacks, or an input that it forbids, is a defect of the window and logged as one. */
export function createDispatch(handlers: Handlers, logDefect: LogDefect): Dispatch {
  return async (name, input) => {
    try {
      if (!isCallName(name)) throw new Error(`there is no call ${JSON.stringify(name)}`);
      return { ok: true, output: await handle(handlers, name, input) };
    } catch (error) {
      return { ok: false, error: logDefect(error, `answering the call ${name.slice(0, 100)}`).number };
    }
  };
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

async function handle(handlers: Handlers, name: CallName, input: unknown): Promise<unknown> {
  const handler = handlers[name] as (input: unknown) => Promise<unknown>;
  return calls[name].output.parse(await handler(calls[name].input.parse(input)));
}
