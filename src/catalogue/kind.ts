// The form of a kind: all data, so that neither the engine nor an exporter ever asks for a kind by name.
import type { Component } from '../model/design.ts';

export type Family = 'entry' | 'service' | 'messaging' | 'data' | 'platform';

/** The Mermaid shapes that a kind may take. */
export type MermaidShape = 'rect' | 'rounded' | 'stadium' | 'cyl' | 'das' | 'hex' | 'subproc' | 'circle' | 'doc';

/** The C4 element that a kind is; used by exporters only. */
export type C4Element = 'Person' | 'System_Ext' | 'Container' | 'ContainerDb' | 'ContainerQueue' | 'Component';

export interface Behaviour {
  /** The station of the engine that serves this kind. */
  readonly station: 'server' | 'broker';
  /** Brokers: what a missing `delivery` means. */
  readonly delivery?: 'compete' | 'broadcast';
  /** May answer without its outgoing calls (hitRatio). */
  readonly answersItself?: boolean;
  /** Requests are expected to start here, so that it is not unreachable without callers. */
  readonly entry?: boolean;
}

/** What runs, without a platform; null where nothing of ours runs (a browser, somebody else's system). */
export interface Workload {
  readonly type: 'deployment' | 'stateful' | 'scheduled';
  /** What it is for, where a platform has something of its own for that. */
  readonly purpose?: 'sql' | 'cache' | 'queue' | 'topic' | 'stream' | 'objects' | 'observability';
  /** A ready image, where the kind has one; otherwise the image is the project's own. */
  readonly image?: string;
  readonly port: number;
  /** Where health is asked for over HTTP; without it, the port is probed. */
  readonly healthPath?: string;
  /** Where a stateful workload keeps its data, and how much. */
  readonly dataPath?: string;
  readonly storageGiB?: number;
  /** Command-line arguments that the ready image needs. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

export interface Kind {
  readonly key: string;
  readonly title: string;
  readonly family: Family;
  /** One sentence for the palette's tooltip and the help page. */
  readonly help: string;
  readonly look: {
    /** A lucide icon name in kebab-case. */
    readonly icon: string;
    readonly mermaid: MermaidShape;
    readonly c4: C4Element;
  };
  /** What the palette writes into a new component; never implied for one that lacks it. */
  readonly starter: Partial<Omit<Component, 'id' | 'kind' | 'name'>>;
  readonly behaviour: Behaviour;
  readonly workload: Workload | null;
}

/** Keeps the key a literal type, so that the list of kinds yields the union of all keys. */
export function defineKind<const K extends Kind>(kind: K): K {
  return kind;
}
