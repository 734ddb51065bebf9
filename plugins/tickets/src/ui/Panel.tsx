import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type { PropsWithChildren, ReactNode } from 'react';

/** A part of a page with a heading of its own. */
export function Panel(
  props: PropsWithChildren<{ title: string; action?: ReactNode }>,
) {
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" gap="2">
          <Text as="h2" variant="title-x-small" weight="bold">
            {props.title}
          </Text>
          {props.action}
        </Flex>
      </CardHeader>
      <CardBody>{props.children}</CardBody>
    </Card>
  );
}
