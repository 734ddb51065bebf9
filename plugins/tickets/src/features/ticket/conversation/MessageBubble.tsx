import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import type { Message } from '@portaldesk/plugin-tickets-common';
import { Fragment } from 'react';
import { RefLink } from '../../../components';
import { ticketsTranslationRef } from '../../../i18n';
import { MarkdownText, Time } from '../../../ui';
import { Attachments } from './Attachments';

const useStyles = makeStyles(
  theme => ({
    bubble: {
      maxWidth: '85%',
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius * 2,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.default,
      alignSelf: 'flex-start',
      [theme.breakpoints.down('xs')]: { maxWidth: '95%' },
    },
    own: {
      alignSelf: 'flex-end',
      backgroundColor: alpha(theme.palette.primary.main, 0.12),
    },
    note: {
      borderStyle: 'dashed',
      borderColor: theme.palette.warning.main,
      backgroundColor: alpha(theme.palette.warning.main, 0.15),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      marginBottom: theme.spacing(0.5),
    },
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontWeight: 'bold',
    },
  }),
  { name: 'PortaldeskMessageBubble' },
);

/** One message of the conversation. */
export function MessageBubble(props: {
  message: Message;
  /** Whether the reader wrote it. */
  mine: boolean;
  /** Whether it came from the reader's side. */
  ownSide: boolean;
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
      <Typography
        variant="caption"
        color="textSecondary"
        component="div"
        className={classes.head}
      >
        {forFew && (
          <span className={classes.mark}>
            <LockIcon fontSize="inherit" aria-hidden />
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
        {message.origin && (
          <span>{t('history.origin', { number: message.origin })}</span>
        )}
      </Typography>
      {message.body && (
        <Typography variant="body2" component="div">
          <MarkdownText content={message.body} />
        </Typography>
      )}
      <Attachments files={message.attachments} />
    </article>
  );
}
