import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ComponentType } from 'react';
import { NewTicketButton } from '../components';
import { TicketsProvider, useDesk, useHasMail } from '../data';
import { MailModeButton } from '../features/mails/MailModeButton';
import { ticketsTranslationRef } from '../i18n';
import { rootRouteRef } from '../routes';
import { type PageFrameProps, TicketsIcon } from '../ui';
import type { ListTab } from './lists';
import { isOwnList } from './ownTitles';
import { TicketsRouter } from './TicketsRouter';

/** How a frontend system wants the page Tickets. */
export interface FramedPageProps {
  /** As the operator named it; absent: as the plugin names it. */
  title?: string;
  /** The lists to choose from by tabs. */
  lists: readonly ListTab[];
  /** What stands around the screens. */
  frame: ComponentType<PageFrameProps>;
  /** Beside the title, after "New ticket". */
  headerActions?: (JSX.Element | null)[];
}

/** The page Tickets with what stands around it. */
export function FramedPage(props: FramedPageProps) {
  return (
    <TicketsProvider>
      <FramedScreens {...props} />
    </TicketsProvider>
  );
}

function FramedScreens(props: FramedPageProps) {
  const { title, lists, frame: Frame, headerActions = [] } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const tabs = useVisibleLists(lists).map(list => ({
    id: list.id,
    label:
      list.title ?? (isOwnList(list.id) ? t(`tabs.${list.id}`) : list.path),
    href: `${root.replace(/\/$/, '')}/${list.path}`,
  }));
  return (
    <Frame
      title={title ?? t('page.title')}
      icon={<TicketsIcon fontSize="inherit" />}
      titleLink={root}
      headerActions={[
        <MailModeButton key="mails" />,
        <NewTicketButton key="new-ticket" />,
        ...headerActions,
      ]}
      tabs={tabs}
    >
      <TicketsRouter lists={lists} />
    </Frame>
  );
}

/**
 * Only agents and admins have a queue to work from, and only admins of a desk
 * with mail have mails to decide about.
 */
function useVisibleLists(lists: readonly ListTab[]): readonly ListTab[] {
  const { data: desk } = useDesk();
  const isAdmin = desk?.caller.admin === true;
  const hasMail = useHasMail(isAdmin);
  const works = desk?.caller.agent || isAdmin;
  return lists.filter(
    ({ id }) => (id !== 'queue' || works) && (id !== 'mails' || hasMail),
  );
}
