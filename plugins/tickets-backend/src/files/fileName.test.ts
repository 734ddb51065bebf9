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
    ['.htaccess', '.htaccess'],
    ['.env', '.env'],
    ['..env', '.env'],
    ['. .env.local', '.env.local'],
    ['report.v2.final.pdf', 'report.v2.final.pdf'],
    ['Dockerfile', 'Dockerfile'],
    [
      'Übersicht (Entwurf) #3 – 50 % & mehr.xlsx',
      'Übersicht (Entwurf) #3 – 50 % & mehr.xlsx',
    ],
    ['C++ notes, v1.2+build.txt', 'C++ notes, v1.2+build.txt'],
    ['報告書.pdf', '報告書.pdf'],
    ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
    ['👩\u200d🔧 heart ❤\ufe0f.png', '👩\u200d🔧 heart ❤\ufe0f.png'],
    ['a\u200db\u200d.txt', 'a\u200db.txt'],
    ['run.e\u200dxe', 'run.exe'],
    ['run.exe\u3164', 'run.exe'],
    ['run.exe\u2800\u2800', 'run.exe'],
    ['run.exe.\u00a0.\u200b', 'run.exe'],
    ['photo.png\u3164\u115f\u034f.exe', 'photo.png.exe'],
    ['nul .txt', '_nul .txt'],
    ['COM\u00b9.log', '_COM\u00b9.log'],
    ['CONIN$', '_CONIN$'],
    ['Desktop.ini', '_Desktop.ini'],
    ['autorun.inf', '_autorun.inf'],
    ['aux', '_aux'],
    ['auxiliary.txt', 'auxiliary.txt'],
    [`${'x'.repeat(253)}. ${'y'.repeat(40)}`, 'x'.repeat(253)],
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

  it('is cleaned in a time like its length', () => {
    const start = performance.now();
    expect(cleanFileName(`${'.'.repeat(200_000)}x`)).toBe('.x');
    expect(cleanFileName(`a${'.'.repeat(200_000)}x`)).toMatch(/^a/);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('is clean whatever is sent, and stays so', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.constantFrom('image/png', 'text/plain', 'application/zip'),
        (sent, mediaType) => {
          const name = nameForType(cleanFileName(sent), mediaType);
          expect(name).toMatch(/^[^\\/<>:"|?*\p{Cc}\p{Cs}]{1,255}$/u);
          expect(name).not.toMatch(/^\.?[. ]|[. ]$/);
          expect(name.replace(/[\u200c\u200d]/g, '')).not.toMatch(/\p{Cf}/u);
          expect(name).not.toMatch(/\.[^.]*\p{Cf}[^.]*$/u);
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
    ['run..bat', 'text/plain', 'run..bat.txt'],
    ['.bat', 'text/plain', '.bat.txt'],
    ['.env', 'text/plain', '.env'],
    ['report.v2.final.pdf', 'application/pdf', 'report.v2.final.pdf'],
    ['book.epub', 'application/zip', 'book.epub'],
    ['tool.jar', 'application/zip', 'tool.jar.zip'],
    ['clip.3gp', 'video/mp4', 'clip.3gp'],
    ['drawing.svgz', 'application/gzip', 'drawing.svgz.gz'],
    ['build.csproj', 'application/xml', 'build.csproj'],
    ['build.hta', 'application/xml', 'build.hta.xml'],
    ['build', 'application/xml', 'build'],
    [
      'a.{20d04fe0-3aea-1069-a2d8-08002b30309d}',
      'text/plain',
      'a.{20d04fe0-3aea-1069-a2d8-08002b30309d}.txt',
    ],
    ...(
      'slk iqy rdp docm XLSM jnlp mobileconfig fileloc searchConnector-ms theme wsb py ' +
      'chm appinstaller psm1 swf svgz msh1xml'
    )
      .split(' ')
      .map(extension => [`a.${extension}`, 'text/plain', `a.${extension}.txt`]),
    ...'bat cmd com exe hta inf js jse lnk msc pif ps1 reg scr url vbs wsf xll mam maf library-ms'
      .split(' ')
      .map(extension => [`a.${extension}`, 'text/plain', `a.${extension}.txt`]),
    ['server.key', 'application/zip', 'server.key'],
    ['server.key', 'application/gzip', 'server.key.gz'],
    ...(
      'server.key card.numbers yellow.pages messages.pot Point.msg ' +
      'Login.test.snap amplifier.lib data.mat tool.rb form.tcl Goto.action ' +
      'types.definition main.go query.graphql Main.java app.mjs page.vue a.tf'
    )
      .split(' ')
      .map(name => [name, 'text/plain', name]),
    ...'log conf ini sql sh patch toml ics vcf pem crt eml ts kt'
      .split(' ')
      .map(extension => [`a.${extension}`, 'text/plain', `a.${extension}`]),
    [`${'x'.repeat(254)}`, 'image/png', `${'x'.repeat(251)}.png`],
  ])('%s of type %s becomes %s', (name, mediaType, becomes) => {
    expect(nameForType(name, mediaType)).toBe(becomes);
  });
});
