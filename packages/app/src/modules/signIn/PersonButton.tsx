import { Avatar } from '@backstage/core-components';
import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DemoPerson } from './demoGroups';

const useStyles = makeStyles(theme => ({
  button: {
    display: 'flex',
    justifyContent: 'flex-start',
    gap: theme.spacing(2),
    width: '100%',
    padding: theme.spacing(1.25, 2),
    textAlign: 'left',
    '&:hover': {
      backgroundColor: theme.palette.action.hover,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  text: {
    minWidth: 0,
  },
  name: {
    fontWeight: 700,
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
    <ButtonBase
      className={classes.button}
      onClick={() => onChoose(person.ref)}
      aria-label={`Sign in as ${person.name}, ${role}`}
    >
      <Avatar
        displayName={person.name}
        customStyles={{ width: 44, height: 44, fontSize: 16 }}
      />
      <span className={classes.text}>
        <Typography className={classes.name} component="span" display="block">
          {person.name}
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          component="span"
          display="block"
        >
          {person.job}
        </Typography>
      </span>
    </ButtonBase>
  );
};
