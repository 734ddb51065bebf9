import Card from '@material-ui/core/Card';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DemoGroup } from './demoGroups';
import { PersonButton } from './PersonButton';

const useStyles = makeStyles(theme => ({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 2, 1),
  },
  role: {
    margin: 0,
  },
  people: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0, 0, 1),
  },
}));

/** The people of one group, and what they are to the desk. */
export const GroupCard = (props: {
  group: DemoGroup;
  onChoose(ref: string): void;
}) => {
  const { group, onChoose } = props;
  const classes = useStyles();
  return (
    <Card component="section" aria-label={group.title}>
      <div className={classes.heading}>
        <Typography variant="h6" component="h3">
          {group.title}
        </Typography>
        <Chip
          className={classes.role}
          label={group.role}
          size="small"
          variant="outlined"
          color={group.isEngineer ? 'default' : 'primary'}
        />
      </div>
      <ul className={classes.people}>
        {group.people.map(person => (
          <li key={person.ref}>
            <PersonButton
              person={person}
              role={group.role}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
};
