import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  LinkRequest,
  Ticket,
  TicketLink as Link,
} from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { Light, Loaded, TicketLink } from '../../../components';
import { useTicketChange, useTicketLinks } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import {
  Button,
  ButtonIcon,
  Flex,
  makeStyles,
  Panel,
  RemoveIcon,
  Text,
} from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

const LinkDialog = lazy(() =>
  import('./LinkDialog').then(m => ({ default: m.LinkDialog })),
);
const MergeDialog = lazy(() =>
  import('./MergeDialog').then(m => ({ default: m.MergeDialog })),
);

const WorkOrderDialog = lazy(() =>
  import('./WorkOrderDialog').then(m => ({ default: m.WorkOrderDialog })),
);

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 'var(--bui-space-1)',
      marginBottom: 'var(--bui-space-2)',
      overflowWrap: 'anywhere',
    },
    text: { flexGrow: 1, minWidth: 0 },
  },
  { name: 'PortaldeskLinkedTickets' },
);

/** The tickets that belong to a ticket, and the ways to make others belong to it. */
export function LinkedTickets(props: { ticket: Ticket }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ticket } = props;
  const mayLink = ticket.allowedActions.includes('link');
  const mayOrder = ticket.allowedActions.includes('create-work-order');
  const mayMerge = ticket.allowedActions.includes('merge');
  const [dialog, setDialog] = useState<'link' | 'merge' | 'order'>();
  const links = useTicketLinks(ticket.number);
  const unlink = useTicketChange<LinkRequest>(
    ticket,
    async (api, request, options) => {
      await api.unlinkTickets(ticket.number, request, options);
      return ticket;
    },
  );
  const remove = ({ type, outward, ticket: other }: Link) =>
    unlink.mutate({ type, outward, ticket: other.id });

  if (!mayLink && !mayMerge && !mayOrder && !links.data?.items.length) {
    return null;
  }
  return (
    <Panel title={t('relations.title')}>
      <Loaded
        query={links}
        loading={t('relations.loading')}
        failed={t('relations.failed')}
      >
        {({ items }) => (
          <ul className={classes.list}>
            {items.map(link => (
              <li
                key={`${link.type} ${link.outward} ${link.ticket.id}`}
                className={classes.item}
              >
                <Text as="div" className={classes.text}>
                  <Text as="div" variant="body-x-small" color="secondary">
                    {t(
                      `relations.${link.type}.${link.outward ? 'outward' : 'inward'}`,
                    )}
                  </Text>
                  <TicketLink ticket={link.ticket}>
                    {`${link.ticket.number} ${link.ticket.subject}`}
                  </TicketLink>
                  <div>
                    <Light
                      light={link.ticket.light}
                      label={t(`portalStatus.${link.ticket.portalStatus}`)}
                    />
                  </div>
                </Text>
                {mayLink && (
                  <ButtonIcon
                    variant="tertiary"
                    size="small"
                    aria-label={t('relations.remove', {
                      number: link.ticket.number,
                    })}
                    icon={<RemoveIcon fontSize="inherit" />}
                    isDisabled={unlink.isUnderWay}
                    onPress={() => remove(link)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {mayLink && (
          <Button variant="secondary" onPress={() => setDialog('link')}>
            {t('relations.link')}
          </Button>
        )}
        {mayMerge && (
          <Button variant="secondary" onPress={() => setDialog('merge')}>
            {t('relations.merge')}
          </Button>
        )}
        {mayOrder && (
          <Button variant="secondary" onPress={() => setDialog('order')}>
            {t('relations.workOrder')}
          </Button>
        )}
      </Flex>
      <ChangeAlert
        error={unlink.error}
        onRetry={() => unlink.variables && unlink.mutate(unlink.variables)}
        onDismiss={unlink.reset}
      />
      <Suspense fallback={null}>
        {dialog === 'link' && (
          <LinkDialog ticket={ticket} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'merge' && (
          <MergeDialog ticket={ticket} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'order' && (
          <WorkOrderDialog
            ticket={ticket}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
