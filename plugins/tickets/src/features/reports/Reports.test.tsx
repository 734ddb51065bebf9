import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderScreens } from '../../__testUtils__/renderScreens';
import { figuresOf, reportMethods } from '../../__testUtils__/reports';
import {
  agentDesk,
  deskOf,
  refusal,
  stubDesk,
  TEAM,
} from '../../__testUtils__/stubDesk';
import { saveAs } from '../../lib/saveAs';

jest.mock('../../lib/saveAs');

const deskOfAgent = (methods = reportMethods()) =>
  stubDesk({ desk: agentDesk(), methods });

describe('the reports', () => {
  it('show figures with what nine of ten stayed within', async () => {
    await renderScreens(deskOfAgent(), '/reports');

    const created = await screen.findByText('First response, median', {
      selector: 'dt *',
    });
    expect(created.closest('div')).toHaveTextContent(
      'First response, median45 min9 of 10 within 5 hr',
    );
    expect(screen.getByText('75%', { selector: 'dd *' })).toBeVisible();
    expect(screen.getByText('Answered on time: 90%')).toBeVisible();
    expect(
      screen.getByRole('tab', { name: 'Reports', selected: true }),
    ).toBeVisible();
  });

  it('ask for the period and the filters of the address', async () => {
    const ticketsApi = deskOfAgent();
    await renderScreens(
      ticketsApi,
      `/reports?period=custom&from=2026-02-01&to=2026-02-28&category=incident&team=${TEAM}&team=x`,
    );

    await screen.findByText('Created against solved');
    const asked = {
      from: '2026-02-01',
      to: '2026-03-01',
      timeZone: expect.any(String),
      category: ['incident'],
      team: [TEAM],
    };
    expect(ticketsApi.getReportSummary).toHaveBeenCalledWith(
      asked,
      expect.anything(),
    );
    expect(ticketsApi.getReportTrend).toHaveBeenCalledWith(
      { ...asked, interval: 'day' },
      expect.anything(),
    );
  });

  it('put what is chosen into the address', async () => {
    const ticketsApi = deskOfAgent();
    await renderScreens(ticketsApi, '/reports');

    await userEvent.click(
      await screen.findByRole('button', { name: /Category/ }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', {
        name: 'Something is broken',
      }),
    );
    await waitFor(() =>
      expect(ticketsApi.getReportSummary).toHaveBeenLastCalledWith(
        expect.objectContaining({ category: ['incident'] }),
        expect.anything(),
      ),
    );
    expect(address.search).toContain('category=incident');
  });

  it('say what charts show as tables', async () => {
    await renderScreens(deskOfAgent(), '/reports');

    const table = await screen.findByRole('table', {
      name: 'Created against solved',
      hidden: true,
    });
    const rows = within(table)
      .getAllByRole('row', { hidden: true })
      .map(row => [...row.children].map(cell => cell.textContent));
    expect(rows).toEqual([
      ['Week from', 'Created', 'Solved or closed'],
      ['Mar 1', '12', '9'],
      ['Mar 8', '3', '9'],
    ]);
  });

  it('sort groups by any figure', async () => {
    await renderScreens(deskOfAgent(), '/reports');

    const table = await screen.findByRole('table', {
      name: 'Figures by: Team',
    });
    const names = () =>
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent);
    expect(names()).toEqual(['platform-support', 'In triage']);
    await userEvent.click(
      within(table).getByRole('button', { name: 'Open at the end' }),
    );
    expect(names()).toEqual(['platform-support', 'In triage']);
    await userEvent.click(
      within(table).getByRole('button', { name: 'Open at the end' }),
    );
    expect(names()).toEqual(['In triage', 'platform-support']);
  });

  it('are saved for spreadsheets', async () => {
    await renderScreens(deskOfAgent(), '/reports?by=category');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Groups as CSV' }),
    );
    const [name, content] = jest.mocked(saveAs).mock.calls[0];
    expect(name).toBe('tickets-category.csv');
    const text = await content.text();
    expect(text).toContain('I need access,7,9,4,45,1440,7200,0.75,4.5');
  });

  it('say that nothing happened', async () => {
    const nothing = figuresOf({ created: 0, ended: 0, backlog: 0 });
    await renderScreens(deskOfAgent(reportMethods(nothing)), '/reports');

    expect(
      await screen.findByText('Nothing happened in this period'),
    ).toBeVisible();
  });

  it('are not for those who do not work on tickets', async () => {
    const ticketsApi = stubDesk({ desk: deskOf(), methods: reportMethods() });
    await renderScreens(ticketsApi, '/reports');

    expect(
      await screen.findByText('Reports are for the teams that work on tickets'),
    ).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Reports' })).toBeNull();
    expect(ticketsApi.getReportSummary).not.toHaveBeenCalled();
  });

  it.each([
    [403, 'You may not see these figures'],
    [400, 'The figures could not be loaded'],
  ])('say why there are none after a %i', async (statusCode, text) => {
    const error = { name: 'Error', message: 'No', code: 'not-allowed' };
    await renderScreens(
      deskOfAgent({
        ...reportMethods(),
        getReportSummary: async () => {
          throw await refusal(statusCode, error);
        },
      }),
      '/reports',
    );

    expect(await screen.findByText(new RegExp(text))).toBeVisible();
  });
});
