import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { TicketsProvider, useDesk, useViewCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { SidebarLink, TicketsIcon } from '../../ui';

/** Leads to the Tickets page from the portal's sidebar, and says how much waits for the reader. */
export function TicketsSidebarItem() {
  return (
    <TicketsProvider>
      <Item />
    </TicketsProvider>
  );
}

function Item() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const { data: desk } = useDesk();
  const views = useMemo(
    () =>
      desk
        ? [
            {
              id: 'answer',
              filter: {
                state: 'open' as const,
                requester: [desk.caller.ref],
                light: ['red' as const],
              },
            },
            ...(desk.caller.agent
              ? [
                  {
                    id: 'work',
                    filter: {
                      state: 'open' as const,
                      assignee: [desk.caller.ref],
                      light: ['orange' as const],
                    },
                  },
                ]
              : []),
          ]
        : [],
    [desk],
  );
  const counts = useViewCounts(views);
  const waiting = sumOf([...counts.values()]);
  return (
    <SidebarLink
      to={root}
      text={t('page.title')}
      icon={TicketsIcon}
      badge={waiting}
      badgeLabel={
        waiting === undefined
          ? undefined
          : t('home.waiting', { number: waiting })
      }
    />
  );
}

/** Of counts such as `12` and `100+`; undefined: there is nothing. */
function sumOf(counts: readonly string[]): string | undefined {
  const sum = counts.reduce(
    (all, count) => all + Number.parseInt(count, 10),
    0,
  );
  const isMore = counts.some(count => count.endsWith('+'));
  return sum === 0 ? undefined : `${sum}${isMore ? '+' : ''}`;
}
