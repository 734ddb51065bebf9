import { Link } from '@backstage/core-components';
import type { MouseEvent, ReactNode } from 'react';

/** A link of a message; one into the message itself does not leave the page. */
export function MarkdownLink(props: {
  href?: string;
  id?: string;
  title?: string;
  'aria-describedby'?: string;
  'aria-label'?: string;
  children?: ReactNode;
}) {
  const { href, id, title, children } = props;
  if (!href) {
    return <span id={id}>{children}</span>;
  }
  if (!href.startsWith('#')) {
    return (
      <Link to={href} id={id} title={title}>
        {children}
      </Link>
    );
  }
  const show = (event: MouseEvent) => {
    event.preventDefault();
    elementOf(href)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <a
      href={href}
      id={id}
      title={title}
      aria-describedby={props['aria-describedby']}
      aria-label={props['aria-label']}
      onClick={show}
    >
      {children}
    </a>
  );
}

function elementOf(fragment: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(fragment.slice(1)));
  } catch {
    return null;
  }
}
