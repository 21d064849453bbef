// The parts of the Kubernetes API that the export writes, under the API's own names; what leads traffic is in `network-objects.ts`.

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ObjectOf<Version extends string, Kind extends string> {
  readonly apiVersion: Version;
  readonly kind: Kind;
  readonly metadata: Metadata;
}

export type Namespace = ObjectOf<'v1', 'Namespace'>;

export interface ServiceAccount extends ObjectOf<'v1', 'ServiceAccount'> {
  readonly automountServiceAccountToken: false;
}

export interface ConfigMap extends ObjectOf<'v1', 'ConfigMap'> {
  readonly data: Readonly<Record<string, string>>;
}

export interface Probe {
  readonly httpGet?: { readonly path: string; readonly port: string };
  readonly tcpSocket?: { readonly port: string };
  readonly periodSeconds: number;
  readonly timeoutSeconds?: number;
  readonly failureThreshold: number;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy: string;
  readonly args?: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly env?: readonly {
    readonly name: string;
    readonly valueFrom: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
  }[];
  readonly resources?: {
    readonly requests: Readonly<Record<string, string>>;
    readonly limits: Readonly<Record<string, string>>;
  };
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly securityContext: {
    readonly allowPrivilegeEscalation: false;
    readonly readOnlyRootFilesystem: boolean;
    readonly capabilities: { readonly drop: readonly ['ALL'] };
  };
  readonly volumeMounts?: readonly VolumeMount[];
}

export interface VolumeMount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly readOnly?: true;
}

export interface Volume {
  readonly name: string;
  readonly emptyDir?: { readonly sizeLimit?: string };
  readonly configMap?: { readonly name: string };
}

export interface SpreadConstraint {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: 'ScheduleAnyway';
  readonly labelSelector: Selector;
}

export interface PodTemplate {
  readonly metadata: Omit<Metadata, 'name' | 'namespace'>;
  readonly spec: {
    readonly serviceAccountName: string;
    readonly automountServiceAccountToken: false;
    readonly enableServiceLinks: false;
    readonly restartPolicy?: 'Never';
    readonly securityContext: {
      readonly runAsNonRoot: true;
      readonly runAsUser: number;
      readonly runAsGroup: number;
      readonly fsGroup: number;
      readonly fsGroupChangePolicy: 'OnRootMismatch';
      readonly seccompProfile: { readonly type: 'RuntimeDefault' };
      readonly sysctls?: readonly { readonly name: string; readonly value: string }[];
    };
    readonly topologySpreadConstraints?: readonly SpreadConstraint[];
    readonly containers: readonly [Container];
    readonly volumes?: readonly Volume[];
  };
}

export interface Selector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** A number of pods, or a share of them such as `25%`. */
export type Amount = number | string;

export interface Deployment extends ObjectOf<'apps/v1', 'Deployment'> {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: Selector;
    readonly strategy:
      | { readonly type: 'Recreate' }
      | {
          readonly type: 'RollingUpdate';
          readonly rollingUpdate: { readonly maxSurge: Amount; readonly maxUnavailable: Amount };
        };
    readonly template: PodTemplate;
  };
}

export interface VolumeClaim {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly accessModes: readonly ['ReadWriteOnce'];
    readonly resources: { readonly requests: { readonly storage: string } };
  };
}

export interface StatefulSet extends ObjectOf<'apps/v1', 'StatefulSet'> {
  readonly spec: {
    readonly replicas?: number;
    readonly serviceName: string;
    readonly selector: Selector;
    readonly updateStrategy: { readonly type: 'RollingUpdate' };
    readonly template: PodTemplate;
    readonly volumeClaimTemplates?: readonly VolumeClaim[];
  };
}

export interface CronJob extends ObjectOf<'batch/v1', 'CronJob'> {
  readonly spec: {
    readonly schedule: string;
    readonly concurrencyPolicy: 'Forbid';
    readonly suspend?: true;
    readonly jobTemplate: {
      readonly spec: {
        readonly parallelism?: number;
        readonly completions?: number;
        readonly backoffLimit: number;
        readonly template: PodTemplate;
      };
    };
  };
}

/** One step of a canary: so much of the traffic, then so long until the next. */
export type CanaryStep = { readonly setWeight: number } | { readonly pause: { readonly duration: string } };

/** Of the controller Argo Rollouts, in place of a Deployment. */
export interface Rollout extends ObjectOf<'argoproj.io/v1alpha1', 'Rollout'> {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: Selector;
    readonly strategy: {
      readonly canary: {
        readonly stableService?: string;
        readonly canaryService?: string;
        readonly trafficRouting?: {
          readonly plugins: {
            readonly 'argoproj-labs/gatewayAPI': { readonly httpRoute: string; readonly namespace: string };
          };
        };
        readonly steps: readonly CanaryStep[];
      };
    };
    readonly template: PodTemplate;
  };
}

export type Controller = Deployment | StatefulSet | CronJob | Rollout;

export interface HorizontalPodAutoscaler extends ObjectOf<'autoscaling/v2', 'HorizontalPodAutoscaler'> {
  readonly spec: {
    readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly metrics: readonly Metric[];
    readonly behavior: { readonly scaleUp: ScalingRules; readonly scaleDown: ScalingRules };
  };
}

export type Metric =
  | {
      readonly type: 'Resource';
      readonly resource: {
        readonly name: 'cpu';
        readonly target: { readonly type: 'Utilization'; readonly averageUtilization: number };
      };
    }
  | {
      readonly type: 'Pods';
      readonly pods: {
        readonly metric: { readonly name: string };
        readonly target: { readonly type: 'AverageValue'; readonly averageValue: string };
      };
    };

export interface ScalingRules {
  readonly stabilizationWindowSeconds: number;
  readonly tolerance?: string;
  readonly selectPolicy: 'Max';
  readonly policies: readonly {
    readonly type: 'Pods' | 'Percent';
    readonly value: number;
    readonly periodSeconds: number;
  }[];
}

export interface PodDisruptionBudget extends ObjectOf<'policy/v1', 'PodDisruptionBudget'> {
  readonly spec: { readonly maxUnavailable: number; readonly selector: Selector };
}
