import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import Chip from '@material-ui/core/Chip';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useState } from 'react';
import { ticketsTranslationRef } from '../../i18n';

const useStyles = makeStyles(
  { arrow: { fontSize: '1.25rem', verticalAlign: 'middle' } },
  { name: 'PortaldeskFilterChip' },
);

/** A filter as a chip that opens a menu of values to tick. */
export function FilterChip<T extends string>(props: {
  field: string;
  options: { id: T; title: string }[];
  chosen: T[];
  onChange: (chosen: T[]) => void;
}) {
  const { field, options, chosen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const titleOf = (id: T) =>
    options.find(option => option.id === id)?.title ?? id;
  const label =
    chosen.length === 0
      ? t('filters.any', { field })
      : t('filters.some', { field, values: chosen.map(titleOf).join(', ') });
  const toggle = (id: T) =>
    props.onChange(
      chosen.includes(id)
        ? chosen.filter(other => other !== id)
        : [...chosen, id],
    );

  return (
    <>
      <Chip
        clickable
        size="small"
        label={
          <>
            {label}
            <ArrowDropDownIcon className={classes.arrow} aria-hidden />
          </>
        }
        color={chosen.length > 0 ? 'primary' : 'default'}
        variant={chosen.length > 0 ? 'default' : 'outlined'}
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        MenuListProps={{ 'aria-label': field, dense: true }}
      >
        {options.map(option => (
          <MenuItem
            key={option.id}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(option.id)}
            onClick={() => toggle(option.id)}
          >
            <Checkbox
              edge="start"
              size="small"
              tabIndex={-1}
              disableRipple
              checked={chosen.includes(option.id)}
              inputProps={{ 'aria-hidden': true }}
            />
            <ListItemText primary={option.title} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
