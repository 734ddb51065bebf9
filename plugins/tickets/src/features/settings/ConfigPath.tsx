import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    path: {
      color: 'var(--bui-fg-secondary)',
      fontFamily: 'var(--bui-font-monospace)',
      fontSize: 'var(--bui-font-size-2)',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskConfigPath' },
);

/** Where a value stands in app-config; or that it is a default. */
export function ConfigPath(props: { path: string | null }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  return props.path === null ? (
    <Text variant="body-small" color="secondary">
      {t('settings.default')}
    </Text>
  ) : (
    <code className={classes.path}>{props.path}</code>
  );
}
