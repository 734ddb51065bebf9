// Backstage UI has no icons of its own.
export { default as AddIcon } from '@material-ui/icons/Add';
export { default as ArrowDownIcon } from '@material-ui/icons/ArrowDropDown';
export { default as AttachmentIcon } from '@material-ui/icons/AttachFile';
export { default as DownloadIcon } from '@material-ui/icons/GetApp';
export { default as EditIcon } from '@material-ui/icons/Edit';
export { default as HelpIcon } from '@material-ui/icons/HelpOutline';
export { default as InternalIcon } from '@material-ui/icons/LockOutlined';
export { default as NextIcon } from '@material-ui/icons/ChevronRight';
export { default as PreviousIcon } from '@material-ui/icons/ChevronLeft';
export { default as RemoveIcon } from '@material-ui/icons/Close';
export { default as RetryIcon } from '@material-ui/icons/Refresh';
export { default as TicketsIcon } from '@material-ui/icons/ConfirmationNumberOutlined';
