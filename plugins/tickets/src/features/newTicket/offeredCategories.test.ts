import { PAYMENTS } from '../../__testUtils__/catalog';
import { offeredCategories } from './offeredCategories';

const category = (id: string, fits?: object) => ({
  id,
  title: id,
  agentsOnly: false,
  fits,
});
const tagged = {
  ...PAYMENTS,
  metadata: { ...PAYMENTS.metadata, tags: ['pci'] },
};

describe('the categories that are offered for an asset', () => {
  it.each([
    ['fits all', undefined, true],
    ['fits its kind', { kinds: ['component'] }, true],
    ['fits its kind, spelled otherwise', { kinds: ['COMPONENT'] }, true],
    ['fits another kind', { kinds: ['api'] }, false],
    ['fits its type', { types: ['service'] }, true],
    ['fits another type', { types: ['website'] }, false],
    ['fits one of its tags', { tags: ['gdpr', 'pci'] }, true],
    ['fits other tags', { tags: ['gdpr'] }, false],
    [
      'fits its kind, and another type',
      { kinds: ['component'], types: ['x'] },
      false,
    ],
  ])('are those of which one %s', (_what, fits, isOffered) => {
    const ids = offeredCategories([category('a', fits)], tagged).map(c => c.id);
    expect(ids).toEqual(isOffered ? ['a'] : []);
  });

  it('are all, where there is no asset', () => {
    const some = [category('a', { kinds: ['api'] }), category('b')];
    expect(offeredCategories(some, undefined)).toEqual(some);
  });
});
