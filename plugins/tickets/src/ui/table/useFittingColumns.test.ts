import { fitting } from './useFittingColumns';

const column = (id: string, width: number, importance: number) => ({
  id,
  title: id,
  width,
  importance,
  isRowHeader: id === 'subject',
  render: () => null,
});

const COLUMNS = [
  column('number', 100, 90),
  column('subject', 200, 100),
  column('team', 150, 10),
  column('status', 150, 50),
];

const idsIn = (room: number) => fitting(COLUMNS, room).map(({ id }) => id);

describe('the columns of a table', () => {
  it('are all there where there is room, in their own order', () => {
    expect(idsIn(600)).toEqual(['number', 'subject', 'team', 'status']);
  });

  it('lose the least important ones first, and never what names the row', () => {
    expect(idsIn(599)).toEqual(['number', 'subject', 'status']);
    expect(idsIn(449)).toEqual(['number', 'subject']);
    expect(idsIn(10)).toEqual(['subject']);
  });
});
