import { useApiHolder } from '@backstage/core-plugin-api';
import {
  PageLayout,
  swappableComponentsApiRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import type { PageFrameProps } from '../ui';

/**
 * What the new frontend system puts around a page. It is asked for once: the
 * portal gives another component each time, and with it everything on the page
 * would start over at every change of the address.
 */
export function PortalFrame(props: PageFrameProps) {
  const components = useApiHolder().get(swappableComponentsApiRef);
  const Layout = useMemo(
    () => components?.getComponent(PageLayout.ref) ?? PageLayout,
    [components],
  );
  return <Layout {...props} />;
}
