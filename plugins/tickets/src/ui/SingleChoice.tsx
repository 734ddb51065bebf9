import { Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    root: {
      // What does not fit side by side goes to the next line.
      flexWrap: 'wrap',
      rowGap: 1,
      // A shadow would show at the rounded corners of the last value.
      boxShadow: 'none',
      // Puts the line before a value that begins a row out of sight.
      '& > * + *': { marginLeft: -1 },
    },
    labelled: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: 'var(--bui-space-2)',
    },
  },
  { name: 'PortaldeskSingleChoice' },
);

/** Values side by side, of which exactly one is chosen. */
export function SingleChoice<T extends string>(props: {
  label: string;
  /** Whether the label stands above the values, where nothing else says what they are about. */
  isLabelShown?: boolean;
  options: readonly { id: T; title: string }[];
  /** None of the options: nothing is chosen yet. */
  chosen: T;
  onChoose: (id: T) => void;
}) {
  const classes = useStyles();
  const { options, chosen } = props;
  const group = (
    <ToggleButtonGroup
      className={classes.root}
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={keys => {
        const option = options.find(({ id }) => keys.has(id));
        if (option) {
          props.onChoose(option.id);
        }
      }}
    >
      {options.map(({ id, title }) => (
        <ToggleButton key={id} id={id}>
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return props.isLabelShown ? (
    <div className={classes.labelled}>
      <Text variant="body-small" aria-hidden>
        {props.label}
      </Text>
      {group}
    </div>
  ) : (
    group
  );
}
