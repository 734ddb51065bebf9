import type {
  AddMessageRequest,
  DeskDescription,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useRef, useState } from 'react';
import { useTicketChange, useUploads } from '../../../data';
import { IdempotencyKeys } from '../../../lib/IdempotencyKeys';
import { useDraft } from '../../../lib/useDraft';
import { useSessionState } from '../../../lib/useSessionState';
import {
  type ComposerKind,
  composerKinds,
  readComposerDraft,
} from './composerDraft';
import { readComposerMode } from './composerMode';
import type { ReplyDoubt } from './ReplyQuestion';
import { useMentionedAgents } from './useMentionedAgents';

/** A message whose writer is asked whether it shall really be a reply. */
interface Question {
  readonly doubt: ReplyDoubt;
  /** The status to set with it. */
  readonly status?: string;
}

/** What is being written on a ticket, and how it is sent. */
export function useComposer(
  ticket: Ticket,
  desk: DeskDescription,
  onSent: () => void,
) {
  const kinds = composerKinds.filter(kind =>
    ticket.allowedActions.includes(kind),
  );
  const name = [desk.caller.ref, 'ticket', ticket.id].join(' ');
  const [mode, setMode] = useSessionState(
    name,
    { chosen: kinds[0] ?? 'reply' },
    readComposerMode,
  );
  const draft = useDraft(
    name,
    { kind: mode.chosen, body: '' },
    readComposerDraft,
  );
  const { kind, body } = draft.value;
  const uploads = useUploads(name, desk);
  const { attachmentIds } = uploads;
  // Sent again after an answer was lost, a message still stands there once.
  const [sendingKeys] = useState(() => new IdempotencyKeys());
  const add = useTicketChange<AddMessageRequest>(
    ticket,
    async (api, request, options) => {
      const idempotencyKey = sendingKeys.keyOf(request);
      const message = await api
        .addMessage(ticket.number, request, { ...options, idempotencyKey })
        .catch(error => {
          uploads.markRefused(error, request.attachments ?? []);
          throw error;
        });
      sendingKeys.forget();
      const sent = request.kind === 'note' ? 'note' : 'reply';
      // What was chosen stays chosen: nothing here turns a note into a reply.
      setMode({ chosen: sent, lastSent: sent });
      draft.clear({ kind: sent });
      uploads.forget(request.attachments ?? []);
      return message;
    },
  );

  // A note must never silently become a reply because notes are no longer
  // allowed: the text stays, and the writer decides what it shall be.
  const allowed = kinds.includes(kind);
  const hasContent = body.trim() !== '' || attachmentIds.length > 0;
  const maySend =
    allowed &&
    hasContent &&
    !uploads.isUploading &&
    !uploads.hasFailed &&
    !add.isUnderWay;

  // Known at once, where isPending is known after the next render only.
  const sendingNow = useRef(false);
  const [question, setQuestion] = useState<Question>();
  // What the writer confirmed is not asked again, if sending it fails.
  const confirmed = useRef<string>();
  const mentioned = useMentionedAgents(ticket, desk, body);

  const chooseKind = (chosen: ComposerKind) => {
    setMode({ ...mode, chosen });
    draft.change({ kind: chosen });
  };
  const sendAs = (sent: ComposerKind, status?: string) => {
    setQuestion(undefined);
    if (maySend && !sendingNow.current) {
      sendingNow.current = true;
      add.mutate(
        {
          kind: sent,
          body,
          status,
          attachments: attachmentIds.length > 0 ? attachmentIds : undefined,
        },
        {
          onSuccess: () => {
            confirmed.current = undefined;
            onSent();
          },
          onSettled: () => {
            sendingNow.current = false;
          },
        },
      );
    }
  };
  const doubt = (): ReplyDoubt | undefined => {
    if (kind !== 'reply' || !kinds.includes('note')) {
      return undefined;
    }
    if (mode.lastSent === 'note') {
      return { type: 'after-note' };
    }
    return mentioned.length > 0
      ? { type: 'mention', people: mentioned }
      : undefined;
  };
  const send = (status?: string) => {
    const found = doubt();
    if (maySend && found && confirmed.current !== body) {
      setQuestion({ doubt: found, status });
    } else {
      sendAs(kind, status);
    }
  };

  return {
    kinds,
    kind,
    body,
    uploads,
    allowed,
    maySend,
    isSending: add.isPending,
    error: add.error,
    dismissError: add.reset,
    /** With the status that was to be set. */
    sendAgain: () =>
      send(
        add.variables?.kind === 'private' ? undefined : add.variables?.status,
      ),
    chooseKind,
    changeBody: (text: string) => draft.change({ body: text }),
    send,
    question: question && {
      doubt: question.doubt,
      asReply: () => {
        confirmed.current = body;
        sendAs('reply', question.status);
      },
      asNote: () => {
        chooseKind('note');
        sendAs('note', question.status);
      },
      close: () => setQuestion(undefined),
    },
  };
}
