import MuiTextField from '@material-ui/core/TextField';

/** A day, as `2026-03-02`; empty: none. */
export function DateField(props: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <MuiTextField
      id={props.id}
      type="date"
      label={props.label}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
      variant="outlined"
      fullWidth
    />
  );
}
