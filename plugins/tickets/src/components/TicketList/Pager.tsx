import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import type { TicketPage } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { PAGE_SIZES } from './useListState';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1, 0),
    },
    total: { flexGrow: 1 },
    rows: { minWidth: theme.spacing(16) },
  }),
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
      <Typography variant="body2" className={classes.total} aria-live="polite">
        {total >= totalCap
          ? t('list.totalAtLeast', { number: String(totalCap) })
          : t('list.total', { count: total })}
      </Typography>
      <TextField
        select
        id="tickets-rows-per-page"
        className={classes.rows}
        label={t('list.rowsPerPage')}
        size="small"
        value={props.limit}
        onChange={event => props.onLimit(Number(event.target.value))}
      >
        {PAGE_SIZES.map(size => (
          <MenuItem key={size} value={size}>
            {size}
          </MenuItem>
        ))}
      </TextField>
      <Typography variant="body2">
        {t('list.page', { page: String(cursors.length + 1) })}
      </Typography>
      <div>
        <IconButton
          aria-label={t('list.previous')}
          disabled={cursors.length === 0}
          onClick={() => props.onGoTo(cursors.slice(0, -1))}
        >
          <PreviousIcon />
        </IconButton>
        <IconButton
          aria-label={t('list.next')}
          disabled={nextCursor === undefined}
          onClick={() => nextCursor && props.onGoTo([...cursors, nextCursor])}
        >
          <NextIcon />
        </IconButton>
      </div>
    </div>
  );
}
