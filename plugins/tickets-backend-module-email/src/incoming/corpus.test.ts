import { corpus } from '../__testUtils__/corpus';
import { isAutomatic } from './mime/isAutomatic';
import { readMail } from './mime/readMail';
import { FOLDED, messageText } from './text/messageText';

it('the corpus is large, and names each of its mails once', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

it.each(corpus.map(mail => [mail.name, mail] as const))(
  '%s is taken for what it is',
  async (_name, expected) => {
    const mail = await readMail(expected.raw);
    const isAnswer = expected.folded !== undefined;
    const { body } = messageText(mail, { isAnswer: true, language: 'en' });
    const [own, folded] = body.split(
      `<details><summary>${FOLDED.en}</summary>`,
    );
    const { kind = 'message' } = expected;
    expect({
      own: own.trim(),
      isFolded: folded !== undefined,
      kind:
        (mail.report && 'report') ??
        (isAutomatic(mail) ? 'automatic' : 'message'),
      files: mail.files.map(({ name }) => name),
      subject: mail.subject,
      answersTo: mail.answersTo,
      fate: mail.report?.fate,
      about: mail.report?.messageId,
    }).toEqual({
      own: expected.own,
      isFolded: isAnswer,
      kind,
      files: expected.files ?? [],
      subject: expected.subject ?? 'Printer on fire',
      answersTo: expected.answersTo ?? [],
      fate: expected.fate,
      about: kind === 'report' ? '<ours@example.com>' : undefined,
    });
    expect(folded ?? '').toContain(expected.folded ?? '');
    // the first mail of a ticket is never cut
    const whole = messageText(mail, { isAnswer: false, language: 'en' });
    expect(whole.body).not.toContain('<details>');
  },
);
