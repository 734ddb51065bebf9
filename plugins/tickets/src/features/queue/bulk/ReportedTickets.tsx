import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReactNode } from 'react';
import { TicketLink, useRefusalText } from '../../../components';
import { type BulkOutcome, undoOf } from '../../../data';
import { ticketsTranslationRef, useIssueText } from '../../../i18n';
import { makeStyles, Text } from '../../../ui';

const useStyles = makeStyles(
  {
    list: {
      maxHeight: '40vh',
      margin: 0,
      paddingLeft: 'var(--bui-space-4)',
      overflowY: 'auto',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskReportedTickets' },
);

/** Tickets, each with why it is listed. */
function Reasons(props: {
  title: string;
  outcomes: readonly BulkOutcome[];
  reasonOf: (outcome: BulkOutcome) => ReactNode;
}) {
  const classes = useStyles();
  if (props.outcomes.length === 0) {
    return null;
  }
  return (
    <section aria-label={props.title}>
      <Text as="p" weight="bold">
        {props.title}
      </Text>
      <ul className={classes.list}>
        {props.outcomes.map(outcome => (
          <li key={outcome.ticket.id}>
            <Text as="span">
              <TicketLink ticket={outcome.ticket}>
                {outcome.ticket.number}
              </TicketLink>
              {': '}
              {props.reasonOf(outcome)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was refused, and why. */
export function FailedTickets(props: {
  title: string;
  failed: readonly BulkOutcome[];
}) {
  const issueText = useIssueText();
  const refusalText = useRefusalText();
  return (
    <Reasons
      title={props.title}
      outcomes={props.failed}
      reasonOf={({ error }) =>
        error?.issues?.map(issueText).join(' ') || refusalText(error)
      }
    />
  );
}

/** What was changed and stays so, and why. */
export function NotUndoableTickets(props: {
  outcomes: readonly BulkOutcome[];
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const fixed = props.outcomes.filter(outcome =>
    ['triage', 'overlap'].includes(undoOf(outcome) ?? ''),
  );
  return (
    <Reasons
      title={t('bulk.notUndoable', { count: fixed.length })}
      outcomes={fixed}
      reasonOf={outcome =>
        t(
          undoOf(outcome) === 'triage'
            ? 'bulk.notUndoable.triage'
            : 'bulk.notUndoable.overlap',
        )
      }
    />
  );
}

/** What was changed, folded away. */
export function ChangedTickets(props: { outcomes: readonly BulkOutcome[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const changed = props.outcomes.filter(({ error }) => !error);
  if (changed.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        <Text as="span">{t('bulk.which', { count: changed.length })}</Text>
      </summary>
      <ul className={classes.list}>
        {changed.map(({ ticket }) => (
          <li key={ticket.id}>
            <Text as="span">
              <TicketLink ticket={ticket}>
                {`${ticket.number} ${ticket.subject}`}
              </TicketLink>
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
