import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { linkRemoteImages, localImagesAlone } from './remoteImages';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflowWrap: 'anywhere',
      '& pre': { overflowX: 'auto', maxWidth: '100%' },
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      // What somebody wrote is never a heading of the page.
      '& h1, & h2, & h3, & h4, & h5, & h6': {
        ...theme.typography.subtitle1,
        fontWeight: 'bold',
        margin: theme.spacing(1, 0),
      },
    },
  }),
  { name: 'PortaldeskMarkdownText' },
);

/**
 * Markdown that somebody wrote, through the portal's sanitising renderer. It
 * loads no image from elsewhere: such an image is shown as a link.
 */
export function MarkdownText(props: { content: string }) {
  const classes = useStyles();
  const content = useMemo(
    () => linkRemoteImages(props.content),
    [props.content],
  );
  return (
    <MarkdownContent
      className={classes.root}
      content={content}
      dialect="gfm"
      transformImageUri={localImagesAlone}
    />
  );
}
