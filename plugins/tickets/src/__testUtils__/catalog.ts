import type { Entity } from '@backstage/catalog-model';
import { AGENT, ENGINEER } from './stubDesk';

export const PAYMENTS: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
  spec: { type: 'service', lifecycle: 'production', owner: 'checkout' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/checkout' },
    { type: 'partOf', targetRef: 'system:default/shop' },
  ],
};

export const ORDERS: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders', namespace: 'default', title: 'Orders' },
  spec: { type: 'openapi', lifecycle: 'production', owner: 'checkout' },
};

/** What the catalog knows in tests. */
export const ENTITIES: Entity[] = [
  PAYMENTS,
  ORDERS,
  ...[ENGINEER, AGENT, 'user:default/zoe'].map(ref => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: ref.split('/')[1], namespace: 'default' },
    spec: { memberOf: ['platform-support'] },
    relations: [
      { type: 'memberOf', targetRef: 'group:default/platform-support' },
    ],
  })),
];
