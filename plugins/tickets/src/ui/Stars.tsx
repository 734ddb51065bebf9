import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      margin: 0,
      padding: 0,
      border: 0,
      fontSize: '1.75rem',
      lineHeight: 1,
    },
    star: {
      position: 'relative',
      padding: '0 var(--bui-space-1)',
      color: 'var(--bui-fg-secondary)',
      cursor: 'pointer',
      '& input': { position: 'absolute', opacity: 0, cursor: 'pointer' },
      '&:focus-within': {
        outline: '2px solid var(--bui-ring)',
        borderRadius: 'var(--bui-radius-2)',
      },
    },
    filled: { color: '#b26a00' },
  },
  { name: 'PortaldeskStars' },
);

const STARS = [1, 2, 3, 4, 5];

/** One to five stars, to be chosen like any other of several values. */
export function Stars(props: {
  label: string;
  titleOf: (stars: number) => string;
  /** 0: none yet. */
  value: number;
  onChange: (stars: number) => void;
}) {
  const classes = useStyles();
  const { value } = props;
  return (
    <fieldset className={classes.root} aria-label={props.label}>
      {STARS.map(stars => (
        <label
          key={stars}
          className={
            stars <= value ? `${classes.star} ${classes.filled}` : classes.star
          }
          title={props.titleOf(stars)}
        >
          <input
            type="radio"
            name="stars"
            checked={stars === value}
            onChange={() => props.onChange(stars)}
            aria-label={props.titleOf(stars)}
          />
          <span aria-hidden>{stars <= value ? '★' : '☆'}</span>
        </label>
      ))}
    </fieldset>
  );
}
