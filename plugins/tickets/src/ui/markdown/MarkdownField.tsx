import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Box from '@material-ui/core/Box';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { type KeyboardEvent, useState } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { MarkdownText } from './MarkdownText';

const useStyles = makeStyles(
  theme => ({
    tabs: { minHeight: 0, marginBottom: theme.spacing(1) },
    tab: { minHeight: 0, minWidth: 0, padding: theme.spacing(0.5, 1.5) },
    preview: {
      minHeight: theme.spacing(12),
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'PortaldeskMarkdownField' },
);

/** A field for Markdown, with a preview. */
export function MarkdownField(props: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  helperText?: string;
  error?: boolean;
  disabled?: boolean;
  minRows: number;
  /** Ctrl+Enter or Cmd+Enter. */
  onSubmit?: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [tab, setTab] = useState<'write' | 'preview'>('write');
  const panelId = `${props.id}-panel`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onSubmit?.();
    }
  };

  return (
    <Box width="100%">
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(_, value) => setTab(value)}
        aria-label={t('markdown.label')}
        indicatorColor="primary"
      >
        {(['write', 'preview'] as const).map(value => (
          <Tab
            key={value}
            id={`${props.id}-${value}`}
            className={classes.tab}
            value={value}
            label={t(`markdown.${value}`)}
            aria-controls={panelId}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={panelId} aria-labelledby={`${props.id}-${tab}`}>
        {tab === 'write' && (
          <TextField
            id={props.id}
            label={props.label}
            value={props.value}
            onChange={event => props.onChange(event.target.value)}
            onKeyDown={onKeyDown}
            helperText={props.helperText}
            error={props.error}
            disabled={props.disabled}
            variant="outlined"
            multiline
            fullWidth
            minRows={props.minRows}
            maxRows={24}
          />
        )}
        {tab === 'preview' && (
          <div className={classes.preview}>
            {props.value.trim() === '' ? (
              <Typography variant="body2" color="textSecondary">
                {t('markdown.nothing')}
              </Typography>
            ) : (
              <MarkdownText content={props.value} />
            )}
          </div>
        )}
      </div>
    </Box>
  );
}
