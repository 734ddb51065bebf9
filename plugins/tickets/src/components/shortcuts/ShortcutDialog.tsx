import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { CheckboxList, InfoDialog, makeStyles, Text } from '../../ui';
import { useKeysPreference } from './useKeys';

const useStyles = makeStyles(
  {
    keys: {
      display: 'grid',
      gridTemplateColumns: '4rem 1fr',
      gap: 'var(--bui-space-1) var(--bui-space-4)',
      margin: 'var(--bui-space-2) 0 0',
    },
    meaning: { margin: 0 },
    key: {
      padding: '0 var(--bui-space-1_5)',
      border: '1px solid var(--bui-border-2)',
      borderRadius: 'var(--bui-radius-2)',
      fontFamily: 'var(--bui-font-monospace, monospace)',
    },
  },
  { name: 'PortaldeskShortcutHelp' },
);

const LIST = ['j', 'k', 'Enter', 'x', '/'] as const;
const BOTH = ['r', 'n', 'a', 's', 'e'] as const;
const TICKET = ['j', 'k', 'u'] as const;

/** Says which keys do what. */
export function ShortcutDialog(props: { onClose: () => void }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [isOn, setOn] = useKeysPreference();
  const groups = [
    {
      title: t('keys.list'),
      keys: LIST.map(key => [key, t(`keys.list.${key}`)]),
    },
    {
      title: t('keys.ticket'),
      keys: TICKET.map(key => [key, t(`keys.ticket.${key}`)]),
    },
    {
      title: t('keys.both'),
      keys: BOTH.map(key => [key, t(`keys.both.${key}`)]),
    },
  ];
  return (
    <InfoDialog
      title={t('keys.title')}
      closeLabel={t('keys.close')}
      onClose={props.onClose}
    >
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <Text as="h3" variant="body-medium" weight="bold">
            {title}
          </Text>
          <dl className={classes.keys}>
            {keys.map(([key, meaning]) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <Text as="span">
                    <kbd className={classes.key}>{key}</kbd>
                  </Text>
                </dt>
                <dd className={classes.meaning}>
                  <Text as="span">{meaning}</Text>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <CheckboxList
        label={t('keys.settings')}
        options={[{ id: 'on', title: t('keys.on') }]}
        chosen={isOn ? ['on'] : []}
        onChange={chosen => setOn(chosen.length > 0)}
      />
    </InfoDialog>
  );
}
