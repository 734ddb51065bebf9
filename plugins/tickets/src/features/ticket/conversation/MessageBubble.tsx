import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Message } from '@portaldesk/plugin-tickets-common';
import { Fragment } from 'react';
import { RefLink } from '../../../components';
import { ticketsTranslationRef } from '../../../i18n';
import {
  ButtonIcon,
  InternalIcon,
  makeStyles,
  MarkdownText,
  RedactIcon,
  SplitIcon,
  Text,
  Time,
} from '../../../ui';
import { Attachments } from './Attachments';

const useStyles = makeStyles(
  {
    bubble: {
      maxWidth: '90%',
      padding: 'var(--bui-space-2) var(--bui-space-3)',
      borderRadius: 'var(--bui-radius-4)',
      border: '1px solid var(--bui-border-1)',
      backgroundColor: 'var(--bui-bg-neutral-2)',
      color: 'var(--bui-fg-primary)',
      alignSelf: 'flex-start',
    },
    own: {
      alignSelf: 'flex-end',
      backgroundColor:
        'color-mix(in srgb, var(--bui-accent-bg) 15%, var(--bui-bg-app))',
      // Grey letters are hard to read on this ground.
      '& $head': { color: 'var(--bui-fg-primary)' },
    },
    note: {
      borderStyle: 'dashed',
      borderColor: 'var(--bui-warning-border)',
      backgroundColor: 'var(--bui-warning-bg-subdued)',
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 var(--bui-space-2)',
      marginBottom: 'var(--bui-space-1)',
    },
    removed: { fontStyle: 'italic' },
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
      fontWeight: 'bold',
    },
  },
  { name: 'PortaldeskMessageBubble' },
);

/** One message of the conversation. */
export function MessageBubble(props: {
  message: Message;
  /** Whether the reader wrote it. */
  mine: boolean;
  /** Whether it came from the reader's side. */
  ownSide: boolean;
  /** Splits it off into a ticket of its own; absent: that is not possible. */
  onSplit?: () => void;
  /** Removes what it says; absent: that is not possible. */
  onRedact?: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { message } = props;
  const forFew = message.kind !== 'reply';
  const className = [
    classes.bubble,
    props.ownSide && classes.own,
    forFew && classes.note,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <article className={className} data-kind={message.kind}>
      <Text
        as="div"
        variant="body-x-small"
        color="secondary"
        className={classes.head}
      >
        {forFew && (
          <span className={classes.mark}>
            <InternalIcon fontSize="inherit" aria-hidden />
            {t(
              message.kind === 'note'
                ? 'conversation.note'
                : 'conversation.private',
            )}
          </span>
        )}
        {props.mine ? (
          <strong>{t('conversation.you')}</strong>
        ) : (
          <RefLink entityRef={message.author} hideIcon />
        )}
        {message.recipients && (
          <span>
            {t('conversation.for')}{' '}
            {message.recipients.map((recipient, index) => (
              <Fragment key={recipient}>
                {index > 0 && ', '}
                <RefLink entityRef={recipient} hideIcon />
              </Fragment>
            ))}
          </span>
        )}
        <Time at={message.createdAt} />
        {props.onSplit && (
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={t('relations.splitTitle')}
            icon={<SplitIcon fontSize="inherit" />}
            onPress={props.onSplit}
          />
        )}
        {props.onRedact && (
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={t('redaction.title')}
            icon={<RedactIcon fontSize="inherit" />}
            onPress={props.onRedact}
          />
        )}
        {message.origin && (
          <span>{t('history.origin', { number: message.origin })}</span>
        )}
      </Text>
      {message.body && (
        <Text as="div">
          <MarkdownText content={message.body} />
        </Text>
      )}
      {message.redacted && (
        <Text as="div" color="secondary" className={classes.removed}>
          {t('redaction.by')}{' '}
          <RefLink entityRef={message.redacted.by} hideIcon /> ·{' '}
          <Time at={message.redacted.at} />
        </Text>
      )}
      <Attachments files={message.attachments} />
    </article>
  );
}
