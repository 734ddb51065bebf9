import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  Select,
  SelectItem,
  Text,
} from '@backstage/ui';
import { enumOptionsIndexForValue, type WidgetProps } from '@rjsf/utils';
import { ticketsTranslationRef } from '../../i18n';
import { useField } from './useField';

/** No option: the ids of options are their numbers. */
const NONE = '';

/** The options by their number, since a value can be of any type. */
function useOptions({ options, value }: WidgetProps) {
  const { enumOptions = [] } = options;
  const items = enumOptions.map(({ label }, index) => ({
    id: String(index),
    title: label,
  }));
  const valueOf = (id: string) =>
    id === NONE ? undefined : enumOptions[Number(id)]?.value;
  const chosen = enumOptionsIndexForValue(value, enumOptions);
  return { items, valueOf, chosen: typeof chosen === 'string' ? chosen : NONE };
}

function SelectWidget(props: WidgetProps) {
  return props.multiple ? (
    <CheckboxesWidget {...props} />
  ) : (
    <OneOfSeveral {...props} />
  );
}

function OneOfSeveral(props: WidgetProps) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const field = useField(props);
  const { items, valueOf, chosen } = useOptions(props);
  const all = props.required
    ? items
    : [{ id: NONE, title: t('form.none') }, ...items];
  return (
    <Select
      id={props.id}
      {...field.name}
      description={field.description}
      {...field.invalid}
      placeholder={props.placeholder || t('form.choose')}
      value={chosen}
      isDisabled={field.isLocked}
      onChange={key => key !== null && props.onChange(valueOf(String(key)))}
    >
      {all.map(({ id, title }) => (
        <SelectItem key={id} id={id} textValue={title} showSelectionIndicator>
          {title}
        </SelectItem>
      ))}
    </Select>
  );
}

function RadioWidget(props: WidgetProps) {
  const field = useField(props);
  const { items, valueOf, chosen } = useOptions(props);
  return (
    <RadioGroup
      id={props.id}
      {...field.name}
      description={field.description}
      {...field.invalid}
      orientation={items.length > 2 ? 'vertical' : 'horizontal'}
      value={chosen}
      isDisabled={field.isLocked}
      onChange={id => props.onChange(valueOf(id))}
    >
      {items.map(({ id, title }) => (
        <Radio key={id} value={id}>
          {title}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function CheckboxesWidget(props: WidgetProps) {
  const field = useField(props);
  const { items, valueOf } = useOptions({ ...props, value: undefined });
  const { enumOptions } = props.options;
  const chosen = enumOptionsIndexForValue(props.value, enumOptions, true);
  return (
    <CheckboxGroup
      id={props.id}
      {...field.name}
      description={field.description}
      {...field.invalid}
      value={[chosen].flat().filter(id => id !== undefined)}
      isDisabled={field.isLocked}
      onChange={ids =>
        props.onChange(
          items
            .filter(({ id }) => ids.includes(id))
            .map(({ id }) => valueOf(id)),
        )
      }
    >
      {items.map(({ id, title }) => (
        <Checkbox key={id} value={id}>
          {title}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function CheckboxWidget(props: WidgetProps) {
  const { name, description, error, isLocked } = useField(props);
  const explains = `${props.id}-explained`;
  return (
    <div>
      <Checkbox
        id={props.id}
        isSelected={props.value === true}
        isDisabled={isLocked}
        isInvalid={error !== undefined}
        aria-describedby={description || error ? explains : undefined}
        onChange={props.onChange}
      >
        {name.label ?? name['aria-label']}
      </Checkbox>
      <div id={explains}>
        {description && (
          <Text variant="body-small" color="secondary">
            {description}
          </Text>
        )}
        {error && (
          <Text variant="body-x-small" color="danger" role="alert">
            {error}
          </Text>
        )}
      </div>
    </div>
  );
}

export const choiceWidgets = {
  SelectWidget,
  RadioWidget,
  CheckboxesWidget,
  CheckboxWidget,
};
