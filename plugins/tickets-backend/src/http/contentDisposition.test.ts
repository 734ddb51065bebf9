import { contentDisposition } from './contentDisposition';

describe('Content-Disposition', () => {
  it.each([
    ['a.png', `filename="a.png"; filename*=UTF-8''a.png`],
    ['a b.png', `filename="a b.png"; filename*=UTF-8''a%20b.png`],
    ['Grüße.txt', `filename="Gr__e.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt`],
    ['😀.txt', `filename="_.txt"; filename*=UTF-8''%F0%9F%98%80.txt`],
    [
      `a"; evil="b\\'(1)*%41.txt`,
      `filename="a_; evil=_b_'(1)*_41.txt"; filename*=UTF-8''a%22%3B%20evil%3D%22b%5C%27%281%29%2A%2541.txt`,
    ],
  ])('carries %s', (name, parameters) => {
    expect(contentDisposition('attachment', name)).toBe(
      `attachment; ${parameters}`,
    );
    expect(contentDisposition('inline', name)).toBe(`inline; ${parameters}`);
  });
});
