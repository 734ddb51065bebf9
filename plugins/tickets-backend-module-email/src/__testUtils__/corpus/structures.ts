import { type CorpusMail, part, parts, rawMail } from './CorpusMail';
import { calendar, file, INNER, mixed, nested, PNG } from './pieces';

/** Mails with files, other mails, meetings and signatures in them. */
export const structures: readonly CorpusMail[] = [
  mixed(
    'a file',
    [file('text/csv; name=a.csv', 'attachment; filename=a.csv', '1')],
    ['a.csv'],
  ),
  mixed(
    'a file by RFC 2231',
    [
      file(
        'application/pdf',
        "attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf",
        'x',
      ),
    ],
    ['Grüße.pdf'],
  ),
  mixed(
    'a file by encoded words',
    [
      file(
        'application/pdf',
        'attachment; filename="=?utf-8?B?R3LDvMOfZS5wZGY=?="',
        'x',
      ),
    ],
    ['Grüße.pdf'],
  ),
  mixed(
    'a file in pieces of a name',
    [
      file(
        'application/pdf',
        'attachment; filename*0="long-"; filename*1="name.pdf"',
        'x',
      ),
    ],
    ['long-name.pdf'],
  ),
  mixed(
    'a file without a name',
    [file('application/pdf', 'attachment', 'x')],
    ['file-1.pdf'],
  ),
  mixed(
    'a text that is a file',
    [file('text/plain; name=server.log', 'inline; filename=server.log', 'log')],
    ['server.log'],
  ),
  mixed(
    'two texts',
    [part(['Content-Type: text/plain'], 'And burns.')],
    [],
    'It smokes.  \nAnd burns.',
  ),
  mixed(
    'a mail, attached',
    [
      part(
        [
          'Content-Type: message/rfc822',
          'Content-Disposition: attachment; filename=old.eml',
        ],
        INNER,
      ),
    ],
    ['old.eml'],
  ),
  mixed(
    'a mail, inline',
    [
      part(
        ['Content-Type: message/rfc822', 'Content-Disposition: inline'],
        INNER,
      ),
    ],
    ['mail-1.eml'],
  ),
  mixed(
    'a mail, without disposition',
    [part(['Content-Type: message/rfc822'], INNER)],
    ['mail-1.eml'],
  ),
  mixed(
    'three mails',
    [1, 2, 3].map(() => part(['Content-Type: message/rfc822'], INNER)),
    ['mail-1.eml', 'mail-2.eml', 'mail-3.eml'],
  ),
  mixed(
    'a meeting',
    [file('text/calendar; method=REQUEST', '', calendar)],
    ['file-1.ics'],
  ),
  mixed(
    'a meeting, for the program and as a file',
    [
      part(
        ['Content-Type: text/calendar; method=REQUEST; charset=utf-8'],
        calendar,
      ),
      file(
        'application/ics; name=invite.ics',
        'attachment; filename=invite.ics',
        `${calendar.replaceAll('\n', '\r\n')}\r\n`,
      ),
    ],
    ['invite.ics'],
  ),
  mixed(
    'two meetings',
    [
      file('text/calendar; method=REQUEST', '', calendar),
      file(
        'application/ics; name=other.ics',
        'attachment; filename=other.ics',
        calendar.replace('REQUEST', 'CANCEL'),
      ),
    ],
    ['file-1.ics', 'other.ics'],
  ),
  mixed(
    'a footer of a list, as a second text',
    [
      part(
        [
          'Content-Type: text/plain; charset=utf-8',
          'Content-Disposition: inline',
        ],
        'Help mailing list',
      ),
    ],
    [],
    'It smokes.  \nHelp mailing list',
  ),
  mixed(
    'a signature by S/MIME',
    [
      file(
        'application/pkcs7-signature; name=smime.p7s',
        'attachment; filename=smime.p7s',
        'x',
      ),
    ],
    ['smime.p7s'],
  ),
  mixed(
    'a signature by PGP',
    [file('application/pgp-signature; name=signature.asc', '', 'x')],
    ['signature.asc'],
  ),
  mixed(
    'TNEF',
    [
      file(
        'application/ms-tnef; name=winmail.dat',
        'attachment; filename=winmail.dat',
        'x',
      ),
    ],
    ['winmail.dat'],
  ),
  ...[1, 3, 10, 40].map(depth =>
    mixed(`${depth} levels`, [nested(depth)], [], 'It smokes.  \nIt smokes.'),
  ),
  {
    name: 'a file alone',
    raw: rawMail(
      {
        'Content-Type': 'application/pdf; name=a.pdf',
        'Content-Transfer-Encoding': 'base64',
      },
      'eA==',
    ),
    own: '',
    files: ['a.pdf'],
  },
  {
    name: 'encrypted by S/MIME',
    raw: rawMail(
      {
        'Content-Type':
          'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding': 'base64',
      },
      'eA==',
    ),
    own: '',
    files: ['smime.p7m'],
  },
  {
    name: 'encrypted by PGP',
    raw: rawMail(
      {
        'Content-Type':
          'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=e',
      },
      parts(
        'e',
        part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
        part(
          ['Content-Type: application/octet-stream; name=encrypted.asc'],
          '-----BEGIN PGP MESSAGE-----',
        ),
      ),
    ),
    own: '',
    files: ['file-1.bin', 'encrypted.asc'],
  },
  {
    name: 'a picture in the text',
    raw: rawMail(
      { 'Content-Type': 'multipart/related; boundary=r' },
      parts(
        'r',
        part(
          ['Content-Type: text/html'],
          '<p>See <img src="cid:x" alt="screen"> here</p>',
        ),
        part(
          [
            'Content-Type: image/png; name=screen.png',
            'Content-ID: <x>',
            'Content-Disposition: inline; filename=screen.png',
            'Content-Transfer-Encoding: base64',
          ],
          PNG,
        ),
      ),
    ),
    own: 'See \\[screen\\] here',
    files: ['screen.png'],
  },
  ...[
    ['empty', 'text/plain', ''],
    ['blank lines', 'text/plain', '\n \n\t\n'],
    ['empty HTML', 'text/html', '<html><body></body></html>'],
    ['blank HTML', 'text/html', '<p>&nbsp;</p><br>'],
  ].map(([name, type, body]) => ({
    name,
    raw: rawMail({ 'Content-Type': type }, body),
    own: '',
  })),
  {
    name: 'a blank text beside HTML',
    raw: rawMail(
      { 'Content-Type': 'multipart/alternative; boundary=a' },
      parts(
        'a',
        part(['Content-Type: text/plain'], ' '),
        part(['Content-Type: text/html'], '<p>It smokes.</p>'),
      ),
    ),
    own: 'It smokes.',
  },
  {
    name: 'flowed lines',
    raw: rawMail(
      { 'Content-Type': 'text/plain; format=flowed' },
      'It has \nsmoked \nsince ten.\n\nNow it burns.',
    ),
    own: 'It has smoked since ten.\n\nNow it burns.',
  },
];
