import { useApiHolder } from '@backstage/core-plugin-api';
import { pluginHeaderActionsApiRef } from '@backstage/frontend-plugin-api';
import type { ReactElement } from 'react';
import { FramedPage } from './FramedPage';
import { isOwnList, OWN_TITLES } from './ownTitles';
import { PortalFrame } from './PortalFrame';

/** A sub-page as the portal's configuration has it. */
export interface SubPage {
  name: string;
  path: string;
  title?: string;
  element: ReactElement;
}

/** The page Tickets in the new frontend system, in the frame that its pages have there. */
export function PortalPage(props: {
  /** As the operator named it. */
  title?: string;
  subPages: readonly SubPage[];
}) {
  const headerActions = useApiHolder()
    .get(pluginHeaderActionsApiRef)
    ?.getPluginHeaderActions('tickets');
  return (
    <FramedPage
      title={props.title}
      frame={PortalFrame}
      headerActions={headerActions}
      lists={props.subPages.map(({ name, path, title, element }) => ({
        id: name,
        path,
        title:
          isOwnList(name) && title === OWN_TITLES[name] ? undefined : title,
        element,
      }))}
    />
  );
}
