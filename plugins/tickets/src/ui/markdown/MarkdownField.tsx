import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Box,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type { KeyboardEvent } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { invalidProps } from '../fieldProps';
import { makeStyles } from '../styles';
import { MarkdownText } from './MarkdownText';

const useStyles = makeStyles(
  {
    // in line with the fields above and below, not with the tabs of a page
    root: { margin: '0 calc(-1 * var(--bui-space-2))' },
  },
  { name: 'PortaldeskMarkdownField' },
);

/** A field for Markdown, with a preview. */
export function MarkdownField(props: {
  label: string;
  description?: string;
  /** What is wrong with the text. */
  error?: string;
  value: string;
  isDisabled?: boolean;
  /** How many lines it shows. */
  rows: number;
  onChange: (value: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  onSubmit?: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onSubmit?.();
    }
  };

  return (
    <div className={classes.root}>
      <Tabs>
        <TabList aria-label={t('markdown.label')}>
          <Tab id="write">{t('markdown.write')}</Tab>
          <Tab id="preview">{t('markdown.preview')}</Tab>
        </TabList>
        <TabPanel id="write">
          <TextAreaField
            label={props.label}
            description={props.description}
            {...invalidProps(props.error)}
            value={props.value}
            onChange={props.onChange}
            onKeyDown={onKeyDown}
            isDisabled={props.isDisabled}
            rows={props.rows}
          />
        </TabPanel>
        <TabPanel id="preview">
          <Box
            p="3"
            minHeight="6rem"
            style={{
              border: '1px solid var(--bui-border-1)',
              borderRadius: 'var(--bui-radius-3)',
            }}
          >
            {props.value.trim() === '' ? (
              <Text color="secondary">{t('markdown.nothing')}</Text>
            ) : (
              <MarkdownText content={props.value} />
            )}
          </Box>
        </TabPanel>
      </Tabs>
    </div>
  );
}
