import { Component, type ReactNode } from 'react';

interface Props {
  /**
   * What is rendered. What failed is tried again when this is another value; one
   * that comes from a query stays the same as long as nothing in it changes.
   */
  content: unknown;
  /** Shown instead of what cannot be rendered. */
  fallback: ReactNode;
  children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly content?: unknown;
}

/** Keeps what fails to render from taking the rest of the page with it. */
export class ErrorBoundary extends Component<Props, State> {
  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ content }: Props, state: State) {
    return content === state.content ? null : { content, failed: false };
  }

  state: State = { failed: false, content: this.props.content };

  render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
