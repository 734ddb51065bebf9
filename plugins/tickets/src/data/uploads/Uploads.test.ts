import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { attachmentOf, fileOf } from '../../__testUtils__/files';
import { refusal } from '../../__testUtils__/stubDesk';
import { canRetry } from './upload';
import { Uploads } from './Uploads';

const LIMITS = { maxFileSize: 10, maxFilesPerMessage: 5 };

/** A desk whose uploads are answered by the test. */
function stubbedDesk() {
  const sent: {
    name: string;
    signal?: AbortSignal;
    onProgress?: (part: number) => void;
    answer: (attachment: Attachment) => void;
    refuse: (error: unknown) => void;
  }[] = [];
  const discardFile = jest.fn(async () => {});
  const uploadFile = (
    { name }: { name: string },
    options: {
      signal?: AbortSignal;
      onProgress?: (part: number) => void;
    } = {},
  ) =>
    new Promise<Attachment>((answer, refuse) => {
      sent.push({ name, ...options, answer, refuse });
      options.signal?.addEventListener('abort', () =>
        refuse(new DOMException('', 'AbortError')),
      );
    });
  return { sent, discardFile, uploadFile };
}

function opened(desk = stubbedDesk()) {
  const uploads = new Uploads(desk, 'elena new');
  uploads.setLimits(LIMITS);
  const states = () =>
    uploads
      .items()
      .map(({ state, failure }) => (failure ? failure.reason : state));
  return { desk, uploads, states };
}

/** Lets what was answered arrive. */
const arrive = () => new Promise(done => setTimeout(done));

describe('Uploads', () => {
  beforeEach(() => window.localStorage.clear());

  it('sends three at a time, with progress', async () => {
    const { desk, uploads, states } = opened();
    uploads.add(['a', 'b', 'c', 'd'].map(name => fileOf(name)));
    expect(states()).toEqual(['sending', 'sending', 'sending', 'waiting']);
    desk.sent[0].onProgress?.(0.5);
    expect(uploads.items()[0].progress).toBe(0.5);

    desk.sent[0].answer(attachmentOf({ id: 'f1', name: 'a (cleaned)' }));
    await arrive();
    expect(states()).toEqual(['uploaded', 'sending', 'sending', 'sending']);
    expect(uploads.items()[0].name).toBe('a (cleaned)');
  });

  it('refuses at once what the desk would refuse', () => {
    const { desk, uploads, states } = opened();
    uploads.add([fileOf('empty', '', ''), fileOf('large', '', 'x'.repeat(11))]);
    uploads.add(['1', '2', '3', '4', '5', '6'].map(name => fileOf(name)));
    uploads.refuseFolder('src');
    expect(states().filter(state => !/sending|waiting/.test(state))).toEqual([
      'empty',
      'too-large',
      'too-many-in-message',
      'folder',
    ]);
    expect(desk.sent).toHaveLength(3);
  });

  it.each<[code: string, status: number, reason: string, retried: boolean]>([
    ['file-type-not-allowed', 415, 'type', false],
    ['file-too-large', 413, 'no-room', true],
    ['too-many-uploads', 409, 'too-many-unsent', true],
    ['upload-too-slow', 409, 'too-slow', true],
    ['unavailable', 503, 'no-connection', true],
    ['not-allowed', 403, 'other', true],
  ])('understands %s', async (code, status, reason, retried) => {
    const { desk, uploads, states } = opened();
    uploads.add([fileOf('a')]);
    desk.sent[0].refuse(
      await refusal(status, { name: 'Error', message: 'No', code }),
    );
    await arrive();
    expect(states()).toEqual([reason]);
    expect(canRetry(uploads.items()[0])).toBe(retried);
  });

  it('tries again what failed', async () => {
    const { desk, uploads, states } = opened();
    uploads.add([fileOf('a')]);
    desk.sent[0].refuse(new TypeError('Failed to fetch'));
    await arrive();
    expect(states()).toEqual(['no-connection']);
    uploads.retry(uploads.items()[0].key);
    desk.sent[1].answer(attachmentOf());
    await arrive();
    expect(states()).toEqual(['uploaded']);
  });

  it('cancels what is on its way, and discards what is there', async () => {
    const { desk, uploads, states } = opened();
    uploads.add([fileOf('a'), fileOf('b')]);
    uploads.remove(uploads.items()[0].key);
    expect(desk.sent[0].signal?.aborted).toBe(true);
    desk.sent[1].answer(attachmentOf({ id: 'f2' }));
    await arrive();
    expect(states()).toEqual(['uploaded']);
    expect(desk.discardFile).not.toHaveBeenCalled();

    uploads.remove(uploads.items()[0].key);
    expect(states()).toEqual([]);
    expect(desk.discardFile).toHaveBeenCalledWith('f2');
  });

  it('keeps what is uploaded over a reload, for a day', async () => {
    const { desk, uploads } = opened();
    uploads.add([fileOf('a'), fileOf('b'), fileOf('c')]);
    desk.sent[0].answer(attachmentOf({ id: 'f1' }));
    const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
    desk.sent[1].answer(
      attachmentOf({ id: 'f2', createdAt: yesterday.toISOString() }),
    );
    await arrive();

    const reloaded = opened().uploads;
    expect(reloaded.restored).toBe(true);
    expect(reloaded.items().map(({ attachment }) => attachment?.id)).toEqual([
      'f1',
    ]);
    reloaded.forget(['f1']);
    expect(opened().uploads.items()).toEqual([]);
  });

  it('says which files the desk has discarded', async () => {
    const { desk, uploads, states } = opened();
    uploads.add([fileOf('a'), fileOf('b')]);
    desk.sent[0].answer(attachmentOf({ id: 'f1' }));
    desk.sent[1].answer(attachmentOf({ id: 'f2' }));
    await arrive();
    uploads.markGone(['f2']);
    expect(states()).toEqual(['uploaded', 'gone']);
  });
});
