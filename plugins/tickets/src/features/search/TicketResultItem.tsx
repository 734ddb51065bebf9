import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import {
  lightSchema,
  portalStatusSchema,
} from '@portaldesk/plugin-tickets-common';
import { Light } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { ticketRouteRef } from '../../routes';
import { Link, makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    root: {
      padding: 'var(--bui-space-2) var(--bui-space-4)',
      overflowWrap: 'anywhere',
      '& mark': {
        backgroundColor: 'var(--bui-bg-neutral-3)',
        color: 'inherit',
        fontWeight: 'var(--bui-font-weight-bold)',
      },
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '0 var(--bui-space-3)',
    },
    text: {
      display: '-webkit-box',
      overflow: 'hidden',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
    },
  },
  { name: 'PortaldeskTicketResultItem' },
);

/** What the portal's search hands to those who show a result. */
export interface TicketResultItemProps {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}

/** A ticket that the portal's search found: its number, its light and where the words stand. */
export function TicketResultItem(props: TicketResultItemProps) {
  const { result, highlight } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const ticketPath = useRouteRef(ticketRouteRef);
  if (!result) {
    return null;
  }
  const { number, light, portalStatus } = readTicket(result);
  const marked = (field: 'title' | 'text') => {
    const text = highlight?.fields[field];
    return highlight && text ? (
      <HighlightedSearchResultText
        text={text}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  };
  return (
    <div className={classes.root}>
      <Link
        href={number === undefined ? result.location : ticketPath({ number })}
        standalone
      >
        {marked('title')}
      </Link>
      <Text
        as="div"
        variant="body-small"
        color="secondary"
        className={classes.facts}
      >
        <span>{number}</span>
        {light && portalStatus && (
          <Light light={light} label={t(`portalStatus.${portalStatus}`)} />
        )}
      </Text>
      {result.text && (
        <Text as="div" variant="body-small" className={classes.text}>
          {marked('text')}
        </Text>
      )}
    </div>
  );
}

/** What only our backend says of a document; absent where another one made it. */
function readTicket(result: SearchDocument) {
  const { number, light, portalStatus } = Object(result);
  return {
    number: typeof number === 'string' ? number : undefined,
    light: lightSchema.safeParse(light).data,
    portalStatus: portalStatusSchema.safeParse(portalStatus).data,
  };
}
