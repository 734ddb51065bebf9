import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import app from './App';

const portalConfig = {
  context: 'test',
  data: {
    app: { title: 'Portaldesk' },
    backend: { baseUrl: 'http://localhost:7007' },
    demo: {
      groups: [
        {
          title: 'Payments',
          role: 'engineer',
          people: [
            { ref: 'user:default/jo', name: 'Jo Doe', job: 'Tech lead' },
          ],
        },
        {
          title: 'Platform Support',
          role: 'agent',
          people: [
            { ref: 'user:default/noor', name: 'Noor Roe', job: 'Support lead' },
          ],
        },
      ],
    },
  },
};

describe('the demo portal', () => {
  const asked = jest.fn();

  beforeEach(() => {
    jest.resetAllMocks();
    window.sessionStorage.clear();
    jest.replaceProperty(
      process,
      'env',
      Object.assign({}, process.env, { APP_CONFIG: [portalConfig] }),
    );
    jest.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
      asked(String(input), new Headers(init?.headers).get('x-demo-person'));
      return new Response(
        JSON.stringify({ error: { name: 'Error', message: 'not today' } }),
        { status: 503, headers: { 'Content-Type': 'application/json' } },
      );
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('offers every demo person and asks the backend for the chosen one', async () => {
    render(app.createRoot());

    // the first time, the pieces of the app are still being loaded
    const noor = await screen.findByRole(
      'button',
      { name: 'Sign in as Noor Roe, Support agent' },
      { timeout: 45_000 },
    );
    expect(
      screen.getByRole('button', { name: 'Sign in as Jo Doe, Engineer' }),
    ).toBeVisible();

    fireEvent.click(noor);
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith(
        'http://localhost:7007/api/auth/demo/refresh',
        'user:default/noor',
      ),
    );
    expect(await screen.findByText(/The sign-in did not work/)).toBeVisible();
    expect(window.sessionStorage.getItem('demo.person')).toBe(
      'user:default/noor',
    );
  }, 60_000);
});
