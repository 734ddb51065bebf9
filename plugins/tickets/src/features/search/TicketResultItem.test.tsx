import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { stubDesk } from '../../__testUtils__/stubDesk';
import { ticketsApiRef } from '../../data';
import { rootRouteRef } from '../../routes';
import { TicketResultItem } from './TicketResultItem';

const RESULT = {
  title: 'Payments answers with 502',
  text: 'all payments fail',
  location: '/elsewhere/T2026-00042',
  number: 'T2026-00042',
  light: 'orange',
  portalStatus: 'in-progress',
};

const render = (element: JSX.Element) =>
  renderInTestApp(
    <TestApiProvider apis={[[ticketsApiRef, stubDesk()]]}>
      {element}
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/help': rootRouteRef,
      },
    },
  );

it('shows a ticket that was found, where the portal has it', async () => {
  await render(
    <TicketResultItem
      result={RESULT}
      highlight={{
        preTag: '<ticket-hit>',
        postTag: '</ticket-hit>',
        fields: { text: 'all <ticket-hit>payments</ticket-hit> fail' },
      }}
    />,
  );
  expect(
    screen.getByRole('link', { name: 'Payments answers with 502' }),
  ).toHaveAttribute('href', '/help/T2026-00042');
  expect(screen.getByText('T2026-00042')).toBeVisible();
  expect(screen.getByText('In progress')).toBeVisible();
  expect(screen.getByText('payments').tagName).toBe('MARK');
});

it('shows what another backend found as well as it can', async () => {
  const { title, text, location } = RESULT;
  await render(<TicketResultItem result={{ title, text, location }} />);
  expect(screen.getByRole('link', { name: title })).toHaveAttribute(
    'href',
    location,
  );
});
