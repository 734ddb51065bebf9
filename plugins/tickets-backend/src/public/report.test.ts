import { ConfigReader } from '@backstage/config';
import { deskWithChannels } from '../__testUtils__/publicVisitor';
import { readDeskConfig } from '../config/readDeskConfig';
import { TooBusyError } from '../http/sharing/errors';
import { FormMarks } from './FormMarks';
import { JustSent } from './JustSent';
import type { PublicContext } from './PublicContext';
import { Limits } from './limits/Limits';
import { sendReport } from './report';

it('gives a report back that cannot be filed now, to be sent again', async () => {
  const marks = new FormMarks(Buffer.from('key'), () => new Date());
  const context = {
    context: {
      config: readDeskConfig(new ConfigReader({ tickets: deskWithChannels })),
    },
    marks,
    justSent: new JustSent(),
    limits: new Limits(),
    gate: { charge() {} },
    lanes: {
      writing: {
        run: async () => {
          throw new TooBusyError();
        },
      },
    },
  } as unknown as PublicContext;
  const fields: Readonly<Record<string, string>> = {
    mark: marks.make(),
    subject: 'Bribes',
    message: 'A long story',
  };
  const answer = await sendReport(context, {
    place: 'here',
    language: 'en',
    page: { language: 'en', root: '../' },
    named: { channel: 'integrity' },
    form: {
      files: [{ name: 'a.txt', content: Buffer.from('text') }],
      text: name => fields[name] ?? '',
    },
  });
  expect(answer).toMatchObject({
    status: 503,
    retryAfter: 60,
    page: expect.stringMatching(
      />\nA long story<\/textarea>[^]*Choose your files again/,
    ),
  });
});
