import { setTimeout as sleep } from 'node:timers/promises';
import { JustSent } from './JustSent';

describe('reports that were just sent', () => {
  it('show their words to the same form, and are forgotten', async () => {
    const justSent = new JustSent(50);
    const file = jest.fn(async () => 'words');
    const form = { mark: 'm', subject: 'Bribes' };
    const [one, other] = await Promise.all([
      justSent.words(form, file),
      justSent.words({ ...form }, file),
    ]);
    expect([one, other]).toEqual(['words', 'words']);
    expect(file).toHaveBeenCalledTimes(1);
    await justSent.words({ ...form, subject: 'Changed' }, file);
    expect(file).toHaveBeenCalledTimes(2);
    await sleep(100);
    expect(justSent.size).toBe(0);
    await justSent.words(form, file);
    expect(file).toHaveBeenCalledTimes(3);
  });

  it('are tried again when that failed', async () => {
    const justSent = new JustSent();
    const file = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('not now'))
      .mockResolvedValueOnce('words');
    await expect(justSent.words('form', file)).rejects.toThrow('not now');
    expect(await justSent.words('form', file)).toBe('words');
  });
});
