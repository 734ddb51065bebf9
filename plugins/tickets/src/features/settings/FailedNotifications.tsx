import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { FailedNotification } from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { Loaded } from '../../components';
import {
  messageOf,
  useFailedNotificationChange,
  useFailedNotifications,
} from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ticketRouteRef } from '../../routes';
import {
  Button,
  ConfirmDialog,
  Empty,
  Flex,
  Link,
  Panel,
  PlainTable,
  Time,
  useToast,
} from '../../ui';

/** The notifications that no attempt delivered, to be tried again or discarded. */
export function FailedNotifications() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const ticketPath = useRouteRef(ticketRouteRef);
  const failed = useFailedNotifications();
  const change = useFailedNotificationChange();
  const toast = useToast();
  const [discarded, setDiscarded] = useState<FailedNotification>();
  const run = (what: 'retry' | 'discard', { id }: FailedNotification) =>
    change.mutate(
      api =>
        what === 'retry'
          ? api.retryFailedNotification(id)
          : api.discardFailedNotification(id),
      {
        onSuccess: () => toast.success(t(`settings.${what}Done`)),
        onError: error =>
          toast.failure(
            t('settings.changeFailed', { reason: messageOf(error) }),
          ),
      },
    );
  return (
    <Panel title={t('settings.failed')}>
      <Loaded
        query={failed}
        loading={t('settings.loading')}
        failed={t('settings.failedFailed')}
      >
        {({ pages }) => {
          const items = pages.flatMap(page => page.items);
          return items.length === 0 ? (
            <Empty
              title={t('settings.noFailed')}
              text={t('settings.noFailedText')}
            />
          ) : (
            <Flex direction="column" gap="3">
              <PlainTable
                label={t('settings.failed')}
                columns={[
                  {
                    id: 'event',
                    title: t('settings.event'),
                    isRowHeader: true,
                    render: ({ event, ticket }) => (
                      <Link href={ticketPath({ number: ticket })}>{event}</Link>
                    ),
                  },
                  {
                    id: 'channel',
                    title: t('settings.channel'),
                    render: ({ channel }) => channel,
                  },
                  {
                    id: 'createdAt',
                    title: t('field.created'),
                    render: ({ createdAt }) => <Time at={createdAt} />,
                  },
                  {
                    id: 'attempts',
                    title: t('settings.attempts'),
                    isNumeric: true,
                    render: ({ attempts }) => attempts,
                  },
                  {
                    id: 'lastError',
                    title: t('settings.lastError'),
                    render: ({ lastError }) => <bdi>{lastError}</bdi>,
                  },
                  {
                    id: 'actions',
                    title: t('settings.actions'),
                    render: notification => (
                      <Flex gap="1">
                        <Button
                          size="small"
                          variant="secondary"
                          isDisabled={change.isPending}
                          onPress={() => run('retry', notification)}
                        >
                          {t('settings.retry')}
                        </Button>
                        <Button
                          size="small"
                          variant="tertiary"
                          isDisabled={change.isPending}
                          onPress={() => setDiscarded(notification)}
                        >
                          {t('settings.discard')}
                        </Button>
                      </Flex>
                    ),
                  },
                ]}
                rows={items}
              />
              {failed.hasNextPage && (
                <div>
                  <Button
                    variant="secondary"
                    isPending={failed.isFetchingNextPage}
                    onPress={() => failed.fetchNextPage()}
                  >
                    {t('settings.more')}
                  </Button>
                </div>
              )}
            </Flex>
          );
        }}
      </Loaded>
      {discarded && (
        <ConfirmDialog
          title={t('settings.discardTitle')}
          confirmLabel={t('settings.discard')}
          cancelLabel={t('settings.keep')}
          onClose={() => setDiscarded(undefined)}
          onConfirm={() => {
            run('discard', discarded);
            setDiscarded(undefined);
          }}
        >
          {t('settings.discardText')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
