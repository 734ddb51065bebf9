import { type CorpusMail, part, parts, rawMail } from './CorpusMail';

const TEXT = part(['Content-Type: text/plain; charset=utf-8'], 'It smokes.');
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const INNER = 'From: a@example.com\nSubject: Inner\n\nInner text';

export const file = (type: string, disposition: string, body: string) =>
  part(
    [
      `Content-Type: ${type}`,
      ...(disposition ? [`Content-Disposition: ${disposition}`] : []),
      'Content-Transfer-Encoding: base64',
    ],
    Buffer.from(body).toString('base64'),
  );

export const mixed = (
  name: string,
  others: readonly string[],
  files: readonly string[],
  own = 'It smokes.',
): CorpusMail => ({
  name,
  raw: rawMail(
    { 'Content-Type': 'multipart/mixed; boundary="outer"' },
    parts('outer', TEXT, ...others),
  ),
  own,
  files,
});

export const calendar = 'BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR';

export const nested = (depth: number): string =>
  depth === 0
    ? TEXT
    : part(
        [`Content-Type: multipart/mixed; boundary=b${depth}`],
        parts(`b${depth}`, nested(depth - 1)),
      );
