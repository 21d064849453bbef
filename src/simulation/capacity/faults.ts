// Faults of stations: each is a control that fires when it begins and when it ends.
import type { Control } from '../kernel.ts';
import type { Fault } from '../network.ts';
import type { Fleet, Replica } from './fleet.ts';
import type { FleetPort } from './fleet-port.ts';

export type StationFault = Extract<Fault, { readonly station: number }>;

/** Before the replicas are made, so that crashes hear of each of them. */
export function setUpFault(port: FleetPort, fleet: Fleet, fault: StationFault): void {
  switch (fault.kind) {
    case 'crashes':
      watchForCrashes(port, fleet, fault);
      break;
    case 'outage':
      lasting(port, fleet, fault, outage(port, fleet, fault.replicas));
      break;
    case 'slowdown':
      lasting(port, fleet, fault, whileOn(fleet, fleet.slowdowns, fault.factor));
      break;
    case 'errors':
      lasting(port, fleet, fault, whileOn(fleet, fleet.errorFaults, fault.rate));
      break;
  }
}

interface Lasting {
  begin(): void;
  end(): void;
}

function lasting(
  port: FleetPort,
  { station }: Fleet,
  times: { readonly fromMs: number; readonly untilMs: number },
  effect: Lasting,
): void {
  const { fromMs, untilMs } = times;
  if (untilMs <= fromMs) return;
  let isOn = false;
  const fire = (): void => {
    isOn = !isOn;
    if (isOn) effect.begin();
    else effect.end();
  };
  const control = port.addControl({ station, fire });
  port.schedule(control, fromMs);
  port.schedule(control, untilMs);
}

/** The lowest-numbered of those that serve; or all, also those that come while it lasts. */
function outage(port: FleetPort, fleet: Fleet, count: number): Lasting {
  if (count === Infinity) {
    return {
      begin: () => port.fail(fleet, fleet.replicas, () => (fleet.blackouts += 1)),
      end: () => port.restore(fleet, fleet.replicas, () => (fleet.blackouts -= 1)),
    };
  }
  let hit: Replica[] = [];
  return {
    begin: () => {
      hit = fleet.replicas.filter((replica) => fleet.isServing(replica)).slice(0, count);
      port.fail(fleet, hit, () => hit.forEach((replica) => (replica.faults += 1)));
    },
    end: () => port.restore(fleet, hit, () => hit.forEach((replica) => (replica.faults -= 1))),
  };
}

/** Work that begins while it lasts takes so many times as long; a request that ends its work then may fail. */
function whileOn(fleet: Fleet, active: number[], value: number): Lasting {
  return {
    begin: () => {
      active.push(value);
      fleet.updateFaults();
    },
    end: () => {
      active.splice(active.indexOf(value), 1);
      fleet.updateFaults();
    },
  };
}

/** Every replica by itself is up and down for exponential times, drawn for it alone. */
function watchForCrashes(
  port: FleetPort,
  fleet: Fleet,
  means: { readonly mtbfMs: number; readonly mttrMs: number },
): void {
  port.watch(fleet, {
    onReplica: (replica) => {
      const random = port.randomFor('crashes', `${fleet.spec.id}/${replica.number}`);
      const control: Control & { number: number; isDown: boolean } = {
        station: fleet.station,
        number: 0,
        isDown: false,
        fire() {
          if (replica.state === 'gone') return;
          this.isDown = !this.isDown;
          if (this.isDown) port.fail(fleet, [replica], () => (replica.faults += 1));
          else port.restore(fleet, [replica], () => (replica.faults -= 1));
          port.schedule(this.number, port.time + random.exponential() * (this.isDown ? means.mttrMs : means.mtbfMs));
        },
      };
      control.number = port.addControl(control);
      port.schedule(control.number, port.time + random.exponential() * means.mtbfMs);
    },
  });
}
