import { mentionedIn } from './mentions';

const people = [
  { ref: 'user:default/keiko.tanaka', name: 'Keiko Tanaka' },
  { ref: 'user:default/zoe', name: 'Zoë Müller' },
];

describe('mentionedIn', () => {
  it.each([
    ['@keiko.tanaka can you look?', ['Keiko Tanaka']],
    ['Can you look, @Keiko?', ['Keiko Tanaka']],
    ['(@KeikoTanaka)', ['Keiko Tanaka']],
    ['Ask @zoe.', ['Zoë Müller']],
    ['Ask @Zoë and @keiko', ['Keiko Tanaka', 'Zoë Müller']],
    ['Write to ops@keiko.example', []],
    ['Install `@keiko` first', []],
    ['```\n@keiko\n```', []],
    ['It needs @keiko/ui', []],
    ['Ask Keiko', []],
    ['@keikos', []],
  ])('finds in %j %j', (text, names) => {
    expect(mentionedIn(text, people).map(({ name }) => name)).toEqual(names);
  });
});
