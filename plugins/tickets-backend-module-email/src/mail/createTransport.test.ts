import { chmodSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { TransportSettings } from '../config/schema';
import { createTransport, reachability } from './createTransport';
import { isOfOneMail, isRefusal } from './isRefusal';

const mail = {
  from: 'desk@example.com',
  to: 'jane@example.com',
  subject: 'Help',
  text: 'Hello',
};

/** Sends a mail, and closes what was opened for it. */
async function send(
  transportConfig: TransportSettings,
  changes: object = {},
): Promise<void> {
  const transport = createTransport({ transportConfig, concurrencyLimit: 1 });
  try {
    await transport.sendMail({ ...mail, ...changes });
  } finally {
    transport.close();
  }
}

describe('SMTP', () => {
  const servers: SMTPServer[] = [];

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      await new Promise<void>(resolve => server.close(() => resolve()));
    }
  });

  async function start(options: SMTPServerOptions) {
    const received: string[] = [];
    const server = new SMTPServer({
      closeTimeout: 100,
      onData(stream, session, callback) {
        stream.resume();
        stream.on('end', () => {
          received.push(String(session.user ?? 'anybody'));
          callback();
        });
      },
      ...options,
    });
    server.on('error', () => {
      // the client sees it
    });
    servers.push(server);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    const { port } = server.server.address() as AddressInfo;
    const settings = {
      transport: 'smtp' as const,
      hostname: '127.0.0.1',
      port,
      secure: false,
      requireTls: false,
    };
    return { received, settings };
  }

  const withoutTls: SMTPServerOptions = {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    onAuth({ username, password }, _session, callback) {
      if (username === 'desk' && password === 'secret') {
        callback(null, { user: username });
      } else {
        callback(new Error('wrong'));
      }
    },
  };

  it('logs in with name and password', async () => {
    const { received, settings } = await start(withoutTls);
    await send({ ...settings, username: 'desk', password: 'secret' });
    expect(received).toEqual(['desk']);
  });

  it('does not take a wrong password for a refusal of the recipient', async () => {
    const { received, settings } = await start(withoutTls);
    const error = await send({
      ...settings,
      username: 'desk',
      password: 'old',
    }).catch(caught => caught);
    expect(error).toMatchObject({ code: 'EAUTH' });
    expect(isRefusal(error)).toBe(false);
    expect(received).toEqual([]);
  });

  it('asks whether mails can be sent at all', async () => {
    const { settings } = await start(withoutTls);
    const ask = async (changes: object) => {
      const transportConfig = { ...settings, ...changes };
      const config = { transportConfig, concurrencyLimit: 1 };
      const transport = createTransport(config);
      try {
        return await reachability(config, transport)?.();
      } finally {
        transport.close();
      }
    };
    expect(await ask({})).toBe(true);
    expect(await ask({ username: 'desk', password: 'old' })).toBe(false);
    expect(await ask({ requireTls: true })).toBe(false);
    await new Promise<void>(resolve => servers[0].close(() => resolve()));
    expect(await ask({})).toBe(false);
  });

  it('hears only at its end that a mail is too large, and takes that for final', async () => {
    const { settings } = await start({
      ...withoutTls,
      size: 1_000,
      onData(stream, _session, callback) {
        stream.resume();
        stream.on('end', () =>
          callback(
            stream.sizeExceeded
              ? Object.assign(new Error('too large'), { responseCode: 552 })
              : null,
          ),
        );
      },
    });
    const error = await send(settings, { text: 'x'.repeat(3_000) }).catch(
      caught => caught,
    );
    expect(error).toMatchObject({ responseCode: 552 });
    expect(isRefusal(error)).toBe(true);
  });

  it('takes a server that is too busy for no refusal', async () => {
    const { settings } = await start({
      ...withoutTls,
      onMailFrom(_address, _session, callback) {
        callback(Object.assign(new Error('later'), { responseCode: 421 }));
      },
    });
    const error = await send(settings).catch(caught => caught);
    expect(error).toMatchObject({ responseCode: 421 });
    expect(isRefusal(error)).toBe(false);
  });

  it('takes a refusal of a while for none', async () => {
    const { settings } = await start({
      ...withoutTls,
      onRcptTo(_address, _session, callback) {
        callback(Object.assign(new Error('grey'), { responseCode: 451 }));
      },
    });
    const error = await send(settings).catch(caught => caught);
    expect(error).toMatchObject({ code: 'EENVELOPE', responseCode: 451 });
    expect(isRefusal(error)).toBe(false);
    expect(isOfOneMail(error)).toBe(true);
  });

  it('sends to addresses with umlauts, whatever the server offers', async () => {
    const { received, settings } = await start(withoutTls);
    await send(settings, { to: 'jürgen@müller.example' });
    expect(received).toEqual(['anybody']);
  });

  it('sends nothing without TLS where that is required', async () => {
    const { received, settings } = await start(withoutTls);
    await expect(send({ ...settings, requireTls: true })).rejects.toThrow(
      /STARTTLS|TLS/,
    );
    expect(received).toEqual([]);
  });

  it.each([
    ['from the beginning', { secure: true }],
    ['by STARTTLS', {}],
  ])(
    'trusts no certificate that anybody can make, with TLS %s',
    async (_when, options) => {
      const { received, settings } = await start({
        authOptional: true,
        ...options,
      });
      await expect(
        send({ ...settings, secure: 'secure' in options }),
      ).rejects.toThrow(/self-signed|certificate/);
      expect(received).toEqual([]);
    },
  );
});

describe('sendmail', () => {
  const folder = createMockDirectory();

  function program(code: number) {
    folder.setContent({
      sendmail: `#!/bin/sh\necho "$@" > "${folder.path}/arguments"\ncat > "${folder.path}/mail"\nexit ${code}\n`,
    });
    const path = `${folder.path}/sendmail`;
    chmodSync(path, 0o755);
    return { transport: 'sendmail' as const, path };
  }

  it('gets mails on its standard input', async () => {
    await send(program(0));
    expect(readFileSync(`${folder.path}/arguments`, 'utf8')).toContain(
      '-f desk@example.com jane@example.com',
    );
    expect(readFileSync(`${folder.path}/mail`, 'utf8')).toContain(
      'Subject: Help',
    );
  });

  it('is tried again when it fails', async () => {
    const error = await send(program(75)).catch(caught => caught);
    expect(error).toBeInstanceOf(Error);
    expect(isRefusal(error)).toBe(false);
  });
});
