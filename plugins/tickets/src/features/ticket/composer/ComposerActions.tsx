import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { AttachButton } from '../../../components';
import type { DraftUploads } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, makeStyles, Text } from '../../../ui';
import { nextStatuses } from '../actions/nextStatuses';
import { StatusMenu } from '../actions/StatusMenu';
import type { ComposerKind } from './composerDraft';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
    },
    note: {
      backgroundColor: 'var(--bui-warning-bg)',
      color: 'var(--bui-warning-fg)',
      '&:hover, &:active': { backgroundColor: 'var(--bui-warning-bg-hover)' },
      '&[data-disabled]': { opacity: 0.6 },
    },
    hint: { marginLeft: 'auto' },
  },
  { name: 'PortaldeskComposerActions' },
);

/** The buttons that send what was written; each says to whom it goes. */
export function ComposerActions(props: {
  ticket: Ticket;
  desk: DeskDescription;
  kind: ComposerKind;
  uploads: DraftUploads;
  /** Whether the writer may write notes as well. */
  mayNote: boolean;
  /** The name of the requester. */
  requester: string;
  maySend: boolean;
  isSending: boolean;
  onSend: (status?: string) => void;
  /** Offers canned replies; absent: there are none. */
  onPickCannedReply?: () => void;
}) {
  const { ticket, desk, kind, maySend } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const isNote = kind === 'note';

  const label = () => {
    if (props.isSending) {
      return t('composer.sending');
    }
    if (isNote) {
      return t('composer.addNote');
    }
    return props.mayNote
      ? t('composer.replyTo', { name: shortened(props.requester) })
      : t('composer.send');
  };
  return (
    <div className={classes.root}>
      <Button
        className={isNote ? classes.note : undefined}
        isDisabled={!maySend}
        onPress={() => props.onSend()}
      >
        {label()}
      </Button>
      <StatusMenu
        label={t(isNote ? 'composer.noteAndSet' : 'composer.replyAndSet')}
        // postponing asks for a date, which has no place here
        statuses={nextStatuses(ticket, desk).filter(
          ({ type }) => type !== 'postponed',
        )}
        isDisabled={!maySend}
        onChoose={status => props.onSend(status.id)}
      />
      {props.onPickCannedReply && (
        <Button
          variant="tertiary"
          isDisabled={props.isSending}
          onPress={props.onPickCannedReply}
        >
          {t('canned.button')}
        </Button>
      )}
      <AttachButton uploads={props.uploads} isDisabled={props.isSending} />
      <Text variant="body-x-small" color="secondary" className={classes.hint}>
        {t(isNote ? 'composer.shortcutNote' : 'composer.shortcut')}
      </Text>
    </div>
  );
}

/** What a button has room for, also on a phone. */
const LONGEST_NAME = 28;

function shortened(name: string): string {
  return name.length > LONGEST_NAME
    ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`
    : name;
}
