import { csvOf } from './csv';

describe('a table for spreadsheets', () => {
  it('has the separators of the language, and says that it is UTF-8', () => {
    const rows = [
      ['Team', 'Sterne'],
      ['Käufer', 4.5],
      [null, null],
    ];
    expect(csvOf(rows, 'de')).toBe('\uFEFFTeam;Sterne\r\nKäufer;4,5\r\n;\r\n');
    expect(csvOf(rows, 'en')).toBe('\uFEFFTeam,Sterne\r\nKäufer,4.5\r\n,\r\n');
  });

  it('keeps separators, quotes and line breaks within a cell', () => {
    expect(csvOf([['a, b', 'say "c"', 'd\ne', 'f;g']], 'en')).toBe(
      '\uFEFF"a, b","say ""c""","d\ne","f;g"\r\n',
    );
  });

  it('is not computed, whatever is in it', () => {
    expect(csvOf([['=1+1', '@x', '-a', -1]], 'en')).toBe(
      "\uFEFF'=1+1,'@x,'-a,-1\r\n",
    );
  });
});
