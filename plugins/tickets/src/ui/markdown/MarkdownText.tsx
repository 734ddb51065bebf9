import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Text } from '@backstage/ui';
import { canRenderMarkdown } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { ErrorBoundary } from '../ErrorBoundary';
import { makeStyles } from '../styles';
import { RenderedMarkdown } from './RenderedMarkdown';

const useStyles = makeStyles(
  {
    plain: {
      margin: 0,
      fontFamily: 'inherit',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskPlainText' },
);

/**
 * Markdown that people wrote. What would make the page slow, or cannot be shown,
 * is plain text.
 */
export function MarkdownText(props: { content: string }) {
  const { content } = props;
  const fits = useMemo(() => canRenderMarkdown(content), [content]);
  const plain = <PlainText content={content} />;
  return fits ? (
    <ErrorBoundary content={content} fallback={plain}>
      <RenderedMarkdown content={content} />
    </ErrorBoundary>
  ) : (
    plain
  );
}

function PlainText(props: { content: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <>
      <Text as="p" variant="body-x-small" color="secondary">
        {t('markdown.plain')}
      </Text>
      <pre className={classes.plain}>{props.content}</pre>
    </>
  );
}
