import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead of what cannot be rendered. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps what fails to render from taking the rest of the page with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  state = { failed: false };

  render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
