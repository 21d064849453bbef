// Every object that the export may write.
import type { Gateway, HttpRoute, Ingress, NetworkPolicy, Service } from './network-objects.ts';
import type {
  ConfigMap,
  Controller,
  HorizontalPodAutoscaler,
  Namespace,
  PodDisruptionBudget,
  ServiceAccount,
} from './objects.ts';

export type KubernetesObject =
  | Namespace
  | ServiceAccount
  | ConfigMap
  | Service
  | Controller
  | HorizontalPodAutoscaler
  | PodDisruptionBudget
  | Ingress
  | Gateway
  | HttpRoute
  | NetworkPolicy;
