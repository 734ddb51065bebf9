import { Link } from '@backstage/ui';
import type { MouseEvent, ReactNode } from 'react';

const EXTERNAL = /^[a-z][a-z0-9+.-]*:|^\/\//i;

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
      <Link
        href={href}
        id={id}
        title={title}
        // Who reads a conversation does not want to lose it.
        {...(EXTERNAL.test(href) && { target: '_blank', rel: 'noopener' })}
      >
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
