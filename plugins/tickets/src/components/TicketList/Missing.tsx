import { Text } from '../../ui';

/** What stands where there is nothing. */
export function Missing(props: { text: string }) {
  return (
    <Text as="span" color="secondary">
      {props.text}
    </Text>
  );
}
