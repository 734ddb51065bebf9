import type { TeamName } from './people';

/**
 * Where the desk routes tickets about each entity of the demo catalog. The
 * desk decides; this is what the stories count on when they choose who answers.
 */
const teams: Readonly<Record<string, TeamName>> = {
  'component:storefront-web': 'commerce-support',
  'component:product-catalog': 'commerce-support',
  'component:cart-service': 'commerce-support',
  'component:payment-gateway': 'commerce-support',
  'component:billing-service': 'commerce-support',
  'component:order-tracker': 'commerce-support',
  'component:warehouse-sync': 'platform-support',
  'component:ci-runners': 'platform-support',
  'component:deploy-pipeline': 'platform-support',
  'component:single-sign-on': 'platform-support',
  'api:product-api': 'platform-support',
  'api:payments-api': 'commerce-support',
  'resource:shop-database': 'platform-support',
  'resource:parcel-events': 'platform-support',
  'resource:staging-cluster': 'platform-support',
};

export const allAssets = Object.keys(teams).map(assetRef);

/** `component:ci-runners` as a full reference. */
export function assetRef(name: string): string {
  return name.replace(':', ':default/');
}

/** The team that a ticket about these assets is routed to. */
export function teamFor(assets: readonly string[]): TeamName {
  const [primary] = assets;
  const team = primary === undefined ? 'platform-support' : teams[primary];
  if (!team) {
    throw new Error(`The demo catalog has no ${primary}`);
  }
  return team;
}
