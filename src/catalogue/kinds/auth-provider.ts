// An authentication provider says who somebody is: sign-on, tokens, directories.
import { defineKind } from '../kind.ts';

export const authProvider = defineKind({
  key: 'auth-provider',
  title: 'Auth provider',
  family: 'platform',
  help: 'Says who somebody is: single sign-on, OAuth, LDAP.',
  look: { icon: 'key-round', mermaid: 'rect', c4: 'Container' },
  starter: {
    capacity: { replicas: 2, concurrency: 16 },
    service: { distribution: 'exponential', meanMs: 8 },
    resources: { cpu: 1, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.1, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'deployment',
    image: 'quay.io/keycloak/keycloak:26.0',
    port: 8080,
    healthPath: '/realms/master',
    args: ['start-dev'],
    env: { KC_BOOTSTRAP_ADMIN_USERNAME: 'admin' },
    secrets: ['KC_BOOTSTRAP_ADMIN_PASSWORD'],
  },
});
