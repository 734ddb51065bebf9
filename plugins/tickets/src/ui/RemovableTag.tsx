import { ButtonIcon, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { RemoveIcon } from './icons';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
      maxWidth: '100%',
      paddingLeft: 'var(--bui-space-2)',
      border: '1px solid var(--bui-border-2)',
      borderRadius: 'var(--bui-radius-2)',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskRemovableTag' },
);

/** Something chosen, with a button that takes the choice back. */
export function RemovableTag(props: {
  children: ReactNode;
  removeLabel: string;
  onRemove: () => void;
}) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <Text as="span" variant="body-small">
        {props.children}
      </Text>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={props.removeLabel}
        icon={<RemoveIcon fontSize="inherit" />}
        onPress={props.onRemove}
      />
    </span>
  );
}
