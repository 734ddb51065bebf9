import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

/** That there is nothing, and what one can do about it. */
export function Empty(props: {
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <Box py={4} px={2} textAlign="center">
      <Typography variant="h6" component="p">
        {props.title}
      </Typography>
      <Typography variant="body2" color="textSecondary" paragraph>
        {props.text}
      </Typography>
      {props.action}
    </Box>
  );
}
