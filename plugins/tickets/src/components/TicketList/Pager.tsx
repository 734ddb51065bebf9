import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketPage } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import {
  ButtonIcon,
  Flex,
  makeStyles,
  NextIcon,
  PreviousIcon,
  Select,
  Text,
} from '../../ui';
import { PAGE_SIZES } from './useListState';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: 'var(--bui-space-2) var(--bui-space-4)',
      padding: 'var(--bui-space-3) 0',
    },
    total: { flexGrow: 1 },
    rows: { flex: 'none', width: '5.5rem' },
  },
  { name: 'PortaldeskPager' },
);

/** How many tickets there are, and the way to the other pages. */
export function Pager(props: {
  page: TicketPage;
  cursors: string[];
  limit: number;
  onGoTo: (cursors: string[]) => void;
  onLimit: (limit: number) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { page, cursors } = props;
  const { nextCursor, total = 0, totalCap } = page;
  return (
    <div className={classes.root}>
      <Text className={classes.total} aria-live="polite">
        {total >= totalCap
          ? t('list.totalAtLeast', { number: String(totalCap) })
          : t('list.total', { count: total })}
      </Text>
      <Text aria-hidden>{t('list.rowsPerPage')}</Text>
      <Select
        className={classes.rows}
        label={t('list.rowsPerPage')}
        isLabelHidden
        options={PAGE_SIZES.map(String).map(id => ({ id, title: id }))}
        value={String(props.limit)}
        onChange={size => props.onLimit(Number(size))}
      />
      <Text>{t('list.page', { page: String(cursors.length + 1) })}</Text>
      <Flex gap="1">
        <ButtonIcon
          variant="tertiary"
          aria-label={t('list.previous')}
          icon={<PreviousIcon />}
          isDisabled={cursors.length === 0}
          onPress={() => props.onGoTo(cursors.slice(0, -1))}
        />
        <ButtonIcon
          variant="tertiary"
          aria-label={t('list.next')}
          icon={<NextIcon />}
          isDisabled={nextCursor === undefined}
          onPress={() => nextCursor && props.onGoTo([...cursors, nextCursor])}
        />
      </Flex>
    </div>
  );
}
