import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { useKeptFocus } from './useKeptFocus';

function Page(props: { isFilled?: boolean }) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const [isThere, setIsThere] = useState(true);
  const [isOff, setIsOff] = useState(false);
  const turnOff = () => {
    setIsOff(true);
    setTimeout(() => setIsOff(false), 20);
  };
  return (
    <div ref={root}>
      <button type="button">First</button>
      <section>
        {isThere && (
          <button type="button" onClick={() => setIsThere(false)}>
            Goes
          </button>
        )}
        {props.isFilled && (
          <button type="button" disabled={isOff} onClick={turnOff}>
            Stays
          </button>
        )}
      </section>
    </div>
  );
}

describe('useKeptFocus', () => {
  it('goes to what is left beside a button that is gone', async () => {
    render(<Page isFilled />);
    screen.getByRole('button', { name: 'Goes' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Stays' })).toHaveFocus(),
    );
  });

  it('goes further up where nothing is left there', async () => {
    render(<Page />);
    screen.getByRole('button', { name: 'Goes' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'First' })).toHaveFocus(),
    );
  });

  it('comes back to a button that was out of use for a moment', async () => {
    render(<Page isFilled />);
    const button = screen.getByRole('button', { name: 'Stays' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    // browsers take the focus from a button that is out of use
    button.blur();
    await waitFor(() => expect(button).toBeEnabled());
    await waitFor(() => expect(button).toHaveFocus());
  });
});
