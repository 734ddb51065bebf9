import { mailText, multipart } from '../../__testUtils__/mailText';
import { tnef } from '../../__testUtils__/tnef';
import { readMail } from './readMail';

/** The files of a mail from Outlook, by their names. */
async function filesIn(winmail: Buffer, type = 'application/ms-tnef') {
  const mail = mailText(
    { 'Content-Type': 'multipart/mixed; boundary=b' },
    multipart(
      'b',
      [['Content-Type: text/plain'], 'See the report'],
      [
        [
          `Content-Type: ${type}; name=winmail.dat`,
          'Content-Disposition: attachment; filename=winmail.dat',
          'Content-Transfer-Encoding: base64',
        ],
        winmail.toString('base64').replace(/.{76}/g, '$&\n'),
      ],
    ),
  );
  const { files, text } = await readMail(Buffer.from(mail));
  expect(text?.trim()).toBe('See the report');
  return Object.fromEntries(
    files.map(({ name, content }) => [name, content.toString('latin1')]),
  );
}

const report = {
  title: 'REPORT~1.PDF',
  longName: 'Jahresbericht für Zoë.pdf',
  content: Buffer.from('%PDF report'),
};
const picture = {
  title: 'PICTUR~1.PNG',
  oldLongName: 'Picture of März.png',
  content: Buffer.from('a picture'),
};

describe('what Outlook packs into winmail.dat', () => {
  it('is unpacked, with long names', async () => {
    const plain = { title: 'LOG.TXT', content: Buffer.from('a log') };
    expect(await filesIn(tnef(report, picture, plain))).toEqual({
      'Jahresbericht für Zoë.pdf': '%PDF report',
      'Picture of März.png': 'a picture',
      'LOG.TXT': 'a log',
    });
    expect(
      Object.keys(await filesIn(tnef(report), 'application/vnd.ms-tnef')),
    ).toEqual([report.longName]);
  });

  it('is nothing where only the format of the text is in it', async () => {
    expect(await filesIn(tnef())).toEqual({});
  });

  it('can be items of Outlook, which have files themselves', async () => {
    const item = { title: 'Old mail', content: tnef(report), isItem: true };
    expect(Object.keys(await filesIn(tnef(item)))).toEqual([
      'Old mail.tnef',
      report.longName,
    ]);
    let deep = tnef(report);
    for (let depth = 0; depth < 50; depth += 1) {
      deep = tnef({ title: 'x', content: deep, isItem: true });
    }
    expect(Object.keys(await filesIn(deep)).length).toBeLessThan(10);
  });

  it('stays whole where it is broken', async () => {
    const whole = tnef(report, picture);
    for (const winmail of [
      Buffer.from('no such thing'),
      Buffer.alloc(0),
      whole.subarray(0, whole.length - 5),
      Buffer.concat([whole.subarray(0, 20), Buffer.alloc(100, 0xff)]),
    ]) {
      expect(await filesIn(winmail)).toEqual({
        'winmail.dat': winmail.toString('latin1'),
      });
    }
  });

  it('stays whole where it has more files than a mail may have parts', async () => {
    const tiny = { title: 'x', content: Buffer.from('x') };
    const many = tnef(...Array.from({ length: 1_001 }, () => tiny));
    const nested = tnef(
      ...[0, 1].map(() => ({
        title: 'y',
        content: tnef(...Array.from({ length: 600 }, () => tiny)),
        isItem: true,
      })),
    );
    for (const winmail of [many, nested]) {
      expect(Object.keys(await filesIn(winmail))).toEqual(['winmail.dat']);
    }
  });

  it('takes no time and no memory for numbers that it names', async () => {
    const huge = tnef(report);
    // how many properties, and how many values, there are
    const at = huge.indexOf(Buffer.from('Jahres', 'utf16le')) - 8;
    huge.writeUInt32LE(0xffffffff, at);
    const began = performance.now();
    expect(Object.keys(await filesIn(huge))).toEqual(['winmail.dat']);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
