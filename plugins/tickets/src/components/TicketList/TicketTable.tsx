import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { Time } from '../../ui';
import { Away } from '../Away';
import { TicketStatus } from '../Light';
import { RefLink } from '../RefLink';
import { useTitles } from '../useTitles';
import { AssetCell, RefOrMissing } from './AssetCell';
import { TicketLink } from './TicketLink';
import type { Sort } from './useListState';

const useStyles = makeStyles(
  theme => ({
    // The theme breaks words anywhere to make a table narrow; names and dates
    // are easier to read whole, and what is too wide scrolls in its frame.
    table: {
      '& th, & td': {
        padding: theme.spacing(1),
        wordBreak: 'normal',
        overflowWrap: 'normal',
      },
      '& th': { whiteSpace: 'nowrap' },
    },
    short: { whiteSpace: 'nowrap' },
    subject: {
      minWidth: theme.spacing(24),
      '&&': { overflowWrap: 'anywhere' },
    },
  }),
  { name: 'PortaldeskTicketTable' },
);

/** Tickets in rows, for wide screens. */
export function TicketTable(props: {
  tickets: Ticket[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  hideAsset?: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const byUpdate = props.sort.startsWith('updatedAt');
  const direction = props.sort.endsWith('asc') ? 'asc' : 'desc';

  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('list.label')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('field.number')}</TableCell>
            <TableCell>{t('field.subject')}</TableCell>
            {!props.hideAsset && <TableCell>{t('field.asset')}</TableCell>}
            <TableCell>{t('field.requester')}</TableCell>
            <TableCell>{t('field.team')}</TableCell>
            <TableCell>{t('field.assignee')}</TableCell>
            <TableCell>{t('field.priority')}</TableCell>
            <TableCell>{t('field.status')}</TableCell>
            <TableCell sortDirection={byUpdate ? direction : false}>
              <TableSortLabel
                active={byUpdate}
                direction={direction}
                onClick={() =>
                  props.onSort(
                    byUpdate && direction === 'desc'
                      ? 'updatedAt-asc'
                      : 'updatedAt-desc',
                  )
                }
              >
                {t('field.updated')}
              </TableSortLabel>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.tickets.map(ticket => (
            <TableRow key={ticket.id} hover>
              <TableCell className={classes.short}>
                <TicketLink ticket={ticket}>{ticket.number}</TicketLink>
              </TableCell>
              <TableCell className={classes.subject}>
                <TicketLink ticket={ticket} />
              </TableCell>
              {!props.hideAsset && (
                <TableCell>
                  <AssetCell assets={ticket.assets} />
                </TableCell>
              )}
              <TableCell>
                <RefLink entityRef={ticket.requester} hideIcon />
              </TableCell>
              <TableCell>
                <RefOrMissing
                  entityRef={ticket.team}
                  missing={t('none.team')}
                />
              </TableCell>
              <TableCell>
                <RefOrMissing
                  entityRef={ticket.assignee}
                  missing={t('none.assignee')}
                />
                <Away person={ticket.assignee} />
              </TableCell>
              <TableCell className={classes.short}>
                {titles.priority(ticket.priority)}
              </TableCell>
              <TableCell className={classes.short}>
                <TicketStatus ticket={ticket} />
              </TableCell>
              <TableCell className={classes.short}>
                <Time at={ticket.updatedAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
