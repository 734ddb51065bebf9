import { InputError } from '@backstage/errors';
import { uploadFiles } from './uploadFiles';

it('names some of many files that were not taken, so that the message has room', async () => {
  const files = Array.from({ length: 900 }, (_, index) => ({
    name: `${index}${'['.repeat(500)}`,
    content: Buffer.from('x'),
  }));
  const person = {
    uploadFile: async () => {
      throw new InputError(`of no type ${'*'.repeat(1_000)}`);
    },
  };
  const { refused } = await uploadFiles(person as never, files, 'en');
  expect(refused.at(-1)).toBe('*File that was not taken: … + 890*');
  expect(refused.join('\n\n').length).toBeLessThan(8_192);
});
