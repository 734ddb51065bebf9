import { mailText } from '../../__testUtils__/mailText';
import { MailParser } from './MailParser';

const mail = (body: string) => Buffer.from(mailText({}, body));

describe('the thread that parses mails', () => {
  it('reads one after the other', async () => {
    const parser = new MailParser();
    const parsed = await Promise.all(
      ['One', 'Two', 'Three'].map(body => parser.parse(mail(body))),
    );
    expect(parsed.map(({ text }) => text?.trim())).toEqual([
      'One',
      'Two',
      'Three',
    ]);
  });

  it('is ended by a mail that takes too long, and reads the next one', async () => {
    const parser = new MailParser({ time: 1, memory: 512 });
    const slow = mail('x\n'.repeat(2_000_000));
    await expect(parser.parse(slow)).rejects.toThrow(
      'reading it takes too long',
    );
    Object.assign(parser, { limits: { time: 30_000, memory: 512 } });
    expect((await parser.parse(mail('Next'))).text?.trim()).toBe('Next');
  });

  it('is ended by a mail that takes too much memory, and reads the next one', async () => {
    const parser = new MailParser({ time: 60_000, memory: 24 });
    const large = mail('=41\n'.repeat(6_000_000));
    await expect(parser.parse(large)).rejects.toThrow(/memory|no end/i);
    expect((await parser.parse(mail('Next'))).text?.trim()).toBe('Next');
  });

  it('says why a mail cannot be read', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, index) =>
        `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`,
    ).join('');
    const [type, ...rest] = deep.split('\n');
    const raw = Buffer.from(
      mailText(
        { 'Content-Type': type.replace('Content-Type: ', '') },
        rest.slice(1).join('\n'),
      ),
    );
    await expect(new MailParser().parse(raw)).rejects.toThrow(
      'its parts stand too deeply in each other',
    );
  });
});
