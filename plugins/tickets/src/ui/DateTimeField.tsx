import MuiTextField from '@material-ui/core/TextField';

/** A date with a time of the reader's own zone, as `2026-03-02T09:00`. */
export function DateTimeField(props: {
  id: string;
  label: string;
  /** What is wrong with the value. */
  error?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <MuiTextField
      id={props.id}
      type="datetime-local"
      label={props.label}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      error={props.error !== undefined}
      helperText={props.error}
      InputLabelProps={{ shrink: true }}
      variant="outlined"
      fullWidth
      required
    />
  );
}
