import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  }),
  { name: 'PortaldeskChoiceChips' },
);

/** Chips of which exactly one is chosen. */
export function ChoiceChips<T extends string>(props: {
  label: string;
  options: { id: T; title: string }[];
  chosen: T;
  onChoose: (id: T) => void;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} role="group" aria-label={props.label}>
      {props.options.map(option => (
        <Chip
          key={option.id}
          clickable
          size="small"
          label={option.title}
          color={option.id === props.chosen ? 'primary' : 'default'}
          variant={option.id === props.chosen ? 'default' : 'outlined'}
          aria-pressed={option.id === props.chosen}
          onClick={() => props.onChoose(option.id)}
        />
      ))}
    </div>
  );
}
