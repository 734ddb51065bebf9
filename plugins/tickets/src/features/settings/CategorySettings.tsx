import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskSettings } from '@portaldesk/plugin-tickets-common';
import { RefLink, useTitles } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, makeStyles, Panel, Text } from '../../ui';
import { ConfigPath } from './ConfigPath';
import { formFields } from './formFields';
import { SettingFacts } from './SettingFacts';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(22rem, 100%), 1fr))',
      gap: 'var(--bui-space-4)',
    },
    fields: { margin: 0, paddingLeft: 'var(--bui-space-5)' },
  },
  { name: 'PortaldeskCategorySettings' },
);

/** The categories, with the team and the form of each. */
export function CategorySettings(props: { settings: DeskSettings }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const { categories } = props.settings;
  if (categories.length === 0) {
    return (
      <Empty
        title={t('settings.noCategories')}
        text={t('settings.addAt', { path: 'tickets.categories' })}
      />
    );
  }
  return (
    <div className={classes.root}>
      {categories.map(category => (
        <Panel key={category.id} title={category.title}>
          <Text as="p" color="secondary">
            {category.description}
          </Text>
          <SettingFacts
            facts={[
              {
                title: t('field.team'),
                value: category.team ? (
                  <RefLink entityRef={category.team} hideIcon />
                ) : (
                  t('settings.assetDecides')
                ),
              },
              {
                title: t('field.priority'),
                value: category.priority && titles.priority(category.priority),
              },
              {
                title: t('field.visibility'),
                value:
                  category.visibility && t(`visibility.${category.visibility}`),
              },
              {
                title: t('settings.slaPolicy'),
                value:
                  category.slaPolicy && titles.slaPolicy(category.slaPolicy),
              },
              {
                title: t('filters.words.tag'),
                value: category.tags.join(', '),
              },
              {
                title: t('settings.who'),
                value: category.agentsOnly
                  ? t('settings.agentsOnly')
                  : t('settings.everybody'),
              },
              {
                title: t('settings.form'),
                value: category.form && (
                  <ul className={classes.fields}>
                    {formFields(category.form).map(field => (
                      <li key={field.name}>
                        {field.title}
                        {field.isRequired && ` (${t('settings.required')})`}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <ConfigPath path={category.path} />
        </Panel>
      ))}
    </div>
  );
}
