// Faults of links: more latency for a while, or a partition.
//
// A partition holds what sets out in either direction until it ends, as a transport does that sends again until it gets
// through; so a caller with a timeout gives up meanwhile, and its work reaches the callee all the same.
import type { FleetPort } from '../capacity/fleet-port.ts';
import type { Fault } from '../network.ts';
import { CUT_UNTIL, FAULT_MS, LINK_STRIDE } from './link-layout.ts';

type LinkFault = Extract<Fault, { readonly link: number }>;

export function setUpLinkFault(
  port: Pick<FleetPort, 'addControl' | 'schedule'>,
  { doubles: linkDoubles, caller: station }: { readonly doubles: Float64Array; readonly caller: number },
  fault: LinkFault,
): void {
  const { fromMs, untilMs } = fault;
  if (untilMs <= fromMs) return;
  const link = fault.link * LINK_STRIDE;
  if (fault.kind === 'partition') {
    const cut = (): void => {
      linkDoubles[link + CUT_UNTIL] = Math.max(linkDoubles[link + CUT_UNTIL]!, untilMs);
    };
    port.schedule(port.addControl({ station, fire: cut }), fromMs);
    return;
  }
  let isOn = false;
  const change = (): void => {
    isOn = !isOn;
    linkDoubles[link + FAULT_MS]! += isOn ? fault.addMs : -fault.addMs;
  };
  const control = port.addControl({ station, fire: change });
  port.schedule(control, fromMs);
  port.schedule(control, untilMs);
}
