import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReactNode } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { Box, Button, ErrorState, Loading, Panel, Text } from '../../ui';
import { useMailStyles } from './useMailStyles';

/** One of the lists of the page, with what it says before and without mails. */
export function MailList<T>(props: {
  title: string;
  /** Said where there is none. */
  empty: string;
  query: {
    error: Error | null;
    refetch: () => unknown;
    hasNextPage?: boolean;
    isFetchingNextPage?: boolean;
    fetchNextPage?: () => unknown;
  };
  /** Undefined until they are read. */
  items: readonly T[] | undefined;
  keyOf: (item: T) => string | number;
  children: (item: T) => ReactNode;
}) {
  const classes = useMailStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { items, query } = props;
  const content = () => {
    if (!items) {
      return query.error ? (
        <ErrorState
          title={t('mails.failed')}
          error={query.error}
          onRetry={() => query.refetch()}
        />
      ) : (
        <Loading label={t('mails.loading')} />
      );
    }
    if (items.length === 0) {
      return (
        <Text as="p" color="secondary">
          {props.empty}
        </Text>
      );
    }
    return (
      <ul className={classes.list} aria-label={props.title}>
        {items.map(item => (
          <li key={props.keyOf(item)} className={classes.item}>
            {props.children(item)}
          </li>
        ))}
      </ul>
    );
  };
  return (
    <Panel title={props.title}>
      {content()}
      {query.hasNextPage && (
        <Box mt="3">
          <Button
            variant="secondary"
            isDisabled={query.isFetchingNextPage}
            onPress={() => query.fetchNextPage?.()}
          >
            {t('mails.more')}
          </Button>
        </Box>
      )}
    </Panel>
  );
}
