import { accessStories } from './access';
import { checkoutStories } from './checkout';
import { databaseStories } from './databases';
import { deploymentStories } from './deployments';
import { infrastructureStories } from './infrastructure';
import { invoiceStories } from './invoices';
import { logisticsStories } from './logistics';
import { offerStories } from './offers';
import { paymentStories } from './payments';
import { runnerStories } from './runners';
import { signInStories } from './signIn';
import { storefrontStories } from './storefront';
import { warehouseStories } from './warehouses';

export type { Pace, Story, Turn } from './story';

export const stories = [
  ...storefrontStories,
  ...checkoutStories,
  ...offerStories,
  ...paymentStories,
  ...invoiceStories,
  ...logisticsStories,
  ...warehouseStories,
  ...runnerStories,
  ...deploymentStories,
  ...infrastructureStories,
  ...databaseStories,
  ...accessStories,
  ...signInStories,
];
