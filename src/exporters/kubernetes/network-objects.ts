// The parts of the Kubernetes API and of its Gateway API that lead traffic or stop it.
import type { ObjectOf, Selector } from './objects.ts';

export interface Service extends ObjectOf<'v1', 'Service'> {
  readonly spec: {
    readonly clusterIP?: 'None';
    readonly publishNotReadyAddresses?: true;
    readonly selector: Readonly<Record<string, string>>;
    readonly ports: readonly { readonly name: string; readonly port: number; readonly targetPort: string }[];
  };
}

export interface Ingress extends ObjectOf<'networking.k8s.io/v1', 'Ingress'> {
  readonly spec: {
    readonly ingressClassName?: string;
    readonly tls?: readonly { readonly hosts: readonly string[]; readonly secretName: string }[];
    readonly rules: readonly {
      readonly host: string;
      readonly http: {
        readonly paths: readonly {
          readonly path: string;
          readonly pathType: 'Prefix';
          readonly backend: { readonly service: { readonly name: string; readonly port: { readonly name: string } } };
        }[];
      };
    }[];
  };
}

export interface Listener {
  readonly name: string;
  readonly protocol: 'HTTP' | 'HTTPS';
  readonly port: number;
  readonly hostname: string;
  readonly tls?: { readonly mode: 'Terminate'; readonly certificateRefs: readonly { readonly name: string }[] };
}

export interface Gateway extends ObjectOf<'gateway.networking.k8s.io/v1', 'Gateway'> {
  readonly spec: { readonly gatewayClassName: string; readonly listeners: readonly Listener[] };
}

export interface HttpRoute extends ObjectOf<'gateway.networking.k8s.io/v1', 'HTTPRoute'> {
  readonly spec: {
    readonly parentRefs: readonly { readonly name: string }[];
    readonly hostnames: readonly string[];
    readonly rules: readonly {
      readonly backendRefs: readonly { readonly name: string; readonly port: number; readonly weight?: number }[];
    }[];
  };
}

export interface PolicyPort {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
}

export interface PolicyPeer {
  readonly podSelector?: Partial<Selector>;
  readonly namespaceSelector?: Partial<Selector>;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

export interface NetworkPolicy extends ObjectOf<'networking.k8s.io/v1', 'NetworkPolicy'> {
  readonly spec: {
    readonly podSelector: Partial<Selector>;
    readonly policyTypes: readonly ['Ingress', 'Egress'];
    readonly ingress?: readonly { readonly from?: readonly PolicyPeer[]; readonly ports?: readonly PolicyPort[] }[];
    readonly egress?: readonly { readonly to: readonly PolicyPeer[]; readonly ports?: readonly PolicyPort[] }[];
  };
}
