import { useApi } from '@backstage/core-plugin-api';
import type {
  DeskDescription,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import { useEffect, useSyncExternalStore } from 'react';
import { issuesOf } from '../errors';
import { ticketsApiRef } from '../ticketsApiRef';
import { Uploads } from './Uploads';

/** The drafts of a desk go on being uploaded while another screen is shown. */
const drafts = new WeakMap<TicketsApi, Map<string, Uploads>>();

function uploadsOf(ticketsApi: TicketsApi, name: string): Uploads {
  const ofDesk = drafts.get(ticketsApi) ?? new Map<string, Uploads>();
  drafts.set(ticketsApi, ofDesk);
  const known = ofDesk.get(name) ?? new Uploads(ticketsApi, name);
  ofDesk.set(name, known);
  return known;
}

/**
 * The files of a draft.
 *
 * @param name - of the draft, and whose it is
 */
export function useUploads(name: string, desk: DeskDescription) {
  const uploads = uploadsOf(useApi(ticketsApiRef), name);
  const items = useSyncExternalStore(uploads.subscribe, uploads.items);
  const { attachments: limits } = desk;
  useEffect(() => uploads.setLimits(limits), [uploads, limits]);

  const attachmentIds = items.flatMap(({ attachment, state }) =>
    attachment && state === 'uploaded' ? [attachment.id] : [],
  );
  return {
    items,
    limits,
    attachmentIds,
    restored: uploads.restored && items.length > 0,
    isUploading: items.some(({ state }) =>
      ['waiting', 'sending'].includes(state),
    ),
    hasFailed: items.some(({ state }) => state === 'failed'),
    add: uploads.add,
    refuseFolder: uploads.refuseFolder,
    retry: uploads.retry,
    remove: uploads.remove,
    removeAll: uploads.removeAll,
    forget: uploads.forget,
    /** Marks the files that a request was refused for. */
    markRefused: (error: unknown, sent: readonly string[]) => {
      const issues = issuesOf(error);
      if (issues.some(({ path }) => /^attachments\b/.test(path))) {
        uploads.markGone(
          issues.flatMap(({ path }) => {
            const index = /^attachments[[.](\d+)/.exec(path)?.[1];
            return index === undefined ? [] : [sent[Number(index)]];
          }),
        );
      }
    },
  };
}

/** The files of a draft, and what can be done to them. */
export type DraftUploads = ReturnType<typeof useUploads>;
