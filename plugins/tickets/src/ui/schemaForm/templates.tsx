import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Button, ButtonIcon, Text } from '@backstage/ui';
import {
  type ArrayFieldTemplateItemType,
  type ArrayFieldTemplateProps,
  type FieldTemplateProps,
  getSchemaType,
  type ObjectFieldTemplateProps,
} from '@rjsf/utils';
import type { ReactNode } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { AddIcon, RemoveIcon } from '../icons';
import { makeStyles } from '../styles';
import { InputField } from './textWidgets';

const useStyles = makeStyles(
  {
    fields: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-5)',
    },
    group: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-3)',
      minWidth: 0,
      margin: 0,
      padding: 'var(--bui-space-1) 0 0 var(--bui-space-4)',
      border: 0,
      borderLeft: '2px solid var(--bui-border-1)',
    },
    legend: {
      // out of the line at the side, which begins below it
      marginLeft: 'calc(-1 * var(--bui-space-4) - 2px)',
      padding: 0,
    },
    row: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 'var(--bui-space-2)',
    },
    item: { flex: 1, minWidth: 0 },
  },
  { name: 'PortaldeskSchemaForm' },
);

/** A field; those of one value show their own name and error. */
function FieldTemplate(props: FieldTemplateProps) {
  const { schema, registry, hidden, children, rawErrors = [] } = props;
  if (hidden) {
    return <div hidden>{children}</div>;
  }
  const isGroup =
    ['object', 'array'].includes(String(getSchemaType(schema))) &&
    !registry.schemaUtils.isMultiSelect(schema);
  return (
    <div>
      {children}
      {isGroup &&
        rawErrors.map(text => (
          <Text
            key={text}
            as="div"
            variant="body-x-small"
            color="danger"
            role="alert"
          >
            {text}
          </Text>
        ))}
    </div>
  );
}

function Group(props: {
  id: string;
  title: string;
  description?: ReactNode;
  isRequired?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { title } = props;
  return (
    <fieldset id={props.id} className={classes.group}>
      <Text as="legend" variant="body-small" className={classes.legend}>
        {props.isRequired ? t('form.required', { field: title }) : title}
      </Text>
      {props.description && (
        <Text variant="body-small" color="secondary">
          {props.description}
        </Text>
      )}
      {props.children}
    </fieldset>
  );
}

function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const classes = useStyles();
  const { idSchema, title, properties, registry } = props;
  const fields = (
    <div className={classes.fields}>
      {properties.map(({ content }) => content)}
    </div>
  );
  // the form itself has no frame within that of the screen
  return props.schema === registry.rootSchema || !title ? (
    fields
  ) : (
    <Group
      id={idSchema.$id}
      title={title}
      description={props.description}
      isRequired={props.required}
    >
      {fields}
    </Group>
  );
}

function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { schema, title, items } = props;
  return (
    <Group
      id={props.idSchema.$id}
      title={title}
      description={schema.description}
      isRequired={props.required}
    >
      {items.map(({ key, ...item }) => (
        <Row key={key} {...item} list={title} />
      ))}
      {props.canAdd && (
        <div>
          <Button
            variant="secondary"
            iconStart={<AddIcon fontSize="small" />}
            isDisabled={props.disabled || props.readonly}
            onPress={() => props.onAddClick()}
            aria-label={t('form.addTo', { field: title })}
          >
            {t('form.add')}
          </Button>
        </div>
      )}
    </Group>
  );
}

function Row(
  props: Omit<ArrayFieldTemplateItemType, 'key'> & { list: string },
) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { index, list } = props;
  return (
    <div className={classes.row}>
      <div className={classes.item}>{props.children}</div>
      {props.hasRemove && (
        <ButtonIcon
          variant="tertiary"
          icon={<RemoveIcon fontSize="small" />}
          aria-label={t('form.removeRow', {
            field: list,
            row: String(index + 1),
          })}
          isDisabled={props.disabled || props.readonly}
          onPress={() => props.onDropIndexClick(index)()}
        />
      )}
    </div>
  );
}

export const templates = {
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  BaseInputTemplate: InputField,
};
