// The calls about starter designs.
import type { Handlers } from '../../src/ipc/contract.ts';
import type { Ports } from '../window/ports.ts';

export function templateHandlers(ports: Ports): Pick<Handlers, 'templates.list' | 'templates.read'> {
  return {
    'templates.list': async () => [...(await ports.templates.list())],
    'templates.read': async ({ id }) => {
      const text = await ports.templates.read(id);
      return text.ok
        ? { ok: true, value: { text: text.value }, notes: [] }
        : { ok: false, findings: [...text.findings] };
    },
  };
}
