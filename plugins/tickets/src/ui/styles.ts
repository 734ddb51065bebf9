// For layouts that the properties of the components cannot express. Colours and
// distances come from Backstage UI's tokens, which follow the portal's theme.
export { makeStyles } from '@material-ui/core/styles';
