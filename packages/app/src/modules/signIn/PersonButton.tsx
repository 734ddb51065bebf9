import { Avatar } from '@backstage/core-components';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DemoPerson } from './demoGroups';

const useStyles = makeStyles(theme => ({
  card: {
    height: '100%',
  },
  action: {
    display: 'flex',
    justifyContent: 'flex-start',
    gap: theme.spacing(2),
    height: '100%',
    padding: theme.spacing(2),
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  text: {
    minWidth: 0,
  },
}));

/** One click signs in as this person. */
export const PersonButton = (props: {
  person: DemoPerson;
  role: string;
  onChoose(ref: string): void;
}) => {
  const { person, role, onChoose } = props;
  const classes = useStyles();
  return (
    <Card className={classes.card}>
      <CardActionArea
        className={classes.action}
        onClick={() => onChoose(person.ref)}
        aria-label={`Sign in as ${person.name}, ${role}`}
      >
        <Avatar
          displayName={person.name}
          customStyles={{ width: 48, height: 48, fontSize: 18 }}
        />
        <div className={classes.text}>
          <Typography variant="h6" component="span" display="block">
            {person.name}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {person.job}
          </Typography>
          <Typography variant="overline" color="primary">
            {role}
          </Typography>
        </div>
      </CardActionArea>
    </Card>
  );
};
