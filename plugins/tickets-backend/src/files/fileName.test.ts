import fc from 'fast-check';
import { cleanFileName, nameForType } from './fileName';

describe('the name of a file', () => {
  it.each([
    ['screenshot.png', 'screenshot.png'],
    ['Prüfbericht 2026 (neu).pdf', 'Prüfbericht 2026 (neu).pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['C:\\boot.ini', 'boot.ini'],
    ['/', 'file'],
    ['..', 'file'],
    ['', 'file'],
    [' . ', 'file'],
    ['.htaccess', 'htaccess'],
    ['a.txt. . ', 'a.txt'],
    ['a\u0000.png\r\nSet-Cookie: x', 'a.png Set-Cookie_ x'],
    ['a\t\u0000\tb.png', 'a b.png'],
    ['caf\u0065\u0000\u0301.png', 'caf\u00e9.png'],
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['zero\u200Bwidth\uFEFF.txt', 'zerowidth.txt'],
    ['<script>"|?*.txt', '_script_____.txt'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['console.txt', 'console.txt'],
    ['lone\ud800surrogate', 'lone\ufffdsurrogate'],
    [`${'x'.repeat(300)}.tar.gz`, `${'x'.repeat(252)}.gz`],
    [`${'😀'.repeat(200)}`, expect.stringMatching(/^(?:😀)+\ufffd?$/u)],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toEqual(kept);
  });

  it('is clean whatever is sent, and stays so', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.constantFrom('image/png', 'text/plain', 'application/zip'),
        (sent, mediaType) => {
          const name = nameForType(cleanFileName(sent), mediaType);
          expect(name).toMatch(/^[^\\/<>:"|?*\p{Cc}\p{Cf}\p{Cs}]{1,255}$/u);
          expect(name).not.toMatch(/^[. ]|[. ]$/);
          expect(name.length).toBeLessThanOrEqual(255);
          expect(nameForType(cleanFileName(name), mediaType)).toBe(name);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['photo.png', 'image/png', 'photo.png'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['photo', 'image/png', 'photo.png'],
    ['photo.png.exe', 'image/png', 'photo.png.exe.png'],
    ['photo.html', 'image/png', 'photo.html.png'],
    ['invoice.pdf.scr', 'application/pdf', 'invoice.pdf.scr.pdf'],
    ['readme.txt.bat', 'text/plain', 'readme.txt.bat.txt'],
    ['run.JS', 'text/plain', 'run.JS.txt'],
    ['picture.png', 'text/plain', 'picture.png.txt'],
    ['service.log', 'text/plain', 'service.log'],
    ['deploy.sh', 'text/plain', 'deploy.sh'],
    ['data.json', 'text/plain', 'data.json'],
    ['Dockerfile', 'text/plain', 'Dockerfile'],
    ['core.dump', 'application/octet-stream', 'core.dump'],
    [`${'x'.repeat(254)}`, 'image/png', `${'x'.repeat(251)}.png`],
  ])('%s of type %s becomes %s', (name, mediaType, becomes) => {
    expect(nameForType(name, mediaType)).toBe(becomes);
  });
});
