import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { memo, useMemo, useState } from 'react';
import ReactMarkdown, { type Options } from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles } from '../styles';
import { MarkdownCode } from './MarkdownCode';
import { MarkdownLink } from './MarkdownLink';
import { showForeignTags } from './foreignTags';
import { limitTree } from './limitTree';
import { linkRemoteImages } from './remoteImages';
import { schemaOf, scopeReferences } from './scope';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflowWrap: 'anywhere',
      '& code': {
        padding: '0 var(--bui-space-1)',
        borderRadius: 'var(--bui-radius-2)',
        backgroundColor: theme.palette.action.hover,
      },
      '& pre': {
        overflowX: 'auto',
        maxWidth: '100%',
        padding: 'var(--bui-space-2)',
        border: '1px solid var(--bui-border-1)',
        borderRadius: 'var(--bui-radius-2)',
        backgroundColor: theme.palette.action.hover,
        '& code': { padding: 0, backgroundColor: 'transparent' },
        // Coloured code brings a frame of its own.
        '& pre': {
          margin: 0,
          padding: '0 !important',
          border: 'none',
          background: 'none !important',
        },
      },
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      // Headings in what people write are never headings of the page.
      '& h1, & h2, & h3, & h4, & h5, & h6': {
        ...theme.typography.subtitle1,
        fontWeight: 'bold',
        margin: theme.spacing(1, 0),
      },
      '& a': { color: theme.palette.link },
      '& img': { maxWidth: '100%' },
      '& blockquote': {
        margin: theme.spacing(1, 0),
        paddingLeft: theme.spacing(1),
        borderLeft: `2px solid ${theme.palette.divider}`,
      },
      '& table': { borderCollapse: 'collapse' },
      '& th, & td': {
        border: `1px solid ${theme.palette.divider}`,
        padding: theme.spacing(0.5, 1),
        overflowWrap: 'normal',
      },
    },
    table: { overflowX: 'auto', maxWidth: '100%' },
  }),
  { name: 'PortaldeskMarkdownText' },
);

let scopes = 0;

/** Of one text in the page alone. */
function nextScope(): string {
  scopes += 1;
  return `markdown-${scopes}`;
}

function MarkdownElements(props: { content: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [scope] = useState(nextScope);
  const rehypePlugins = useMemo<Options['rehypePlugins']>(
    () => [
      rehypeRaw,
      limitTree,
      rehypeSlug,
      [rehypeSanitize, schemaOf(scope)],
      [scopeReferences, scope],
      linkRemoteImages,
    ],
    [scope],
  );
  const components = useMemo<Options['components']>(
    () => ({
      a: MarkdownLink,
      code: MarkdownCode,
      table: ({ children }) => (
        <div className={classes.table}>
          <table>{children}</table>
        </div>
      ),
    }),
    [classes.table],
  );
  return (
    <ReactMarkdown
      className={classes.root}
      remarkPlugins={[remarkGfm, limitTree, showForeignTags]}
      remarkRehypeOptions={{
        clobberPrefix: '',
        footnoteLabel: t('markdown.footnotes'),
        footnoteBackLabel: t('markdown.backToText'),
      }}
      rehypePlugins={rehypePlugins}
      components={components}
    >
      {props.content}
    </ReactMarkdown>
  );
}

/**
 * Markdown as elements, sanitised. It loads no image from elsewhere, and no id
 * of it is one of the page.
 *
 * @throws MarkdownTooLargeError while it renders
 */
export const RenderedMarkdown = memo(MarkdownElements);
