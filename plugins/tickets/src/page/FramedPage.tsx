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
 * What only agents and admins have: a queue to work from, and reports. Admins
 * alone have settings, and those of a desk with mail have mails to decide about.
 */
const FOR_WORK: ReadonlySet<string> = new Set(['queue', 'reports']);

/** The lists that the reader has a use for. */
function useVisibleLists(lists: readonly ListTab[]): readonly ListTab[] {
  const { data: desk } = useDesk();
  const { agent = false, admin = false } = desk?.caller ?? {};
  const hasMail = useHasMail(admin);
  return lists.filter(
    ({ id }) =>
      (agent || admin || !FOR_WORK.has(id)) &&
      (admin || id !== 'settings') &&
      (id !== 'mails' || hasMail),
  );
}
