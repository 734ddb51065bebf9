import { CodeSnippet } from '@backstage/core-components';
import type { ReactNode } from 'react';

/** Longest code that is coloured, in characters: each word becomes an element. */
const MAX_COLOURED = 10_000;

/** Code of a message, in the colours of its language where it names one. */
export function MarkdownCode(props: {
  inline?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const { inline, className, children } = props;
  const text = String(children).replace(/\n+$/, '');
  const language = /language-(\w+)/.exec(className ?? '')?.[1];
  return !inline && language && text.length <= MAX_COLOURED ? (
    <CodeSnippet language={language} text={text} />
  ) : (
    <code>{children}</code>
  );
}
