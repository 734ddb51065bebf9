import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** That there is nothing, and what one can do about it. */
export function Empty(props: {
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <Flex direction="column" align="center" gap="3" p="6">
      <Text as="p" variant="title-x-small">
        {props.title}
      </Text>
      <Text as="p" color="secondary" style={{ textAlign: 'center' }}>
        {props.text}
      </Text>
      {props.action}
    </Flex>
  );
}
