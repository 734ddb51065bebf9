import { type AssetFit, fitsAsset } from './assetFacts';

describe('fitsAsset', () => {
  const asset = {
    kind: 'component',
    type: 'service',
    tags: ['java', 'critical'],
    annotations: {},
  };

  it.each<[what: string, fit: AssetFit | undefined, fits: boolean]>([
    ['everything, when nothing is named', undefined, true],
    ['a kind, however it is spelled', { kinds: ['Component'] }, true],
    ['no other kind', { kinds: ['resource'] }, false],
    ['a type', { types: ['website', 'service'] }, true],
    ['no other type', { types: ['website'] }, false],
    ['a tag', { tags: ['go', 'java'] }, true],
    ['no other tag', { tags: ['go'] }, false],
    [
      'only when every part does',
      { kinds: ['component'], types: ['service'], tags: ['go'] },
      false,
    ],
  ])('fits %s', (_what, fit, fits) => {
    expect(fitsAsset(fit, asset)).toBe(fits);
  });

  it('does not fit an asset without a type where types are named', () => {
    expect(
      fitsAsset({ types: ['service'] }, { ...asset, type: undefined }),
    ).toBe(false);
  });
});
