// Backstage UI has no icons of its own.
export { default as AddIcon } from '@material-ui/icons/Add';
export { default as ArrowDownIcon } from '@material-ui/icons/ArrowDropDown';
export { default as AttachmentIcon } from '@material-ui/icons/AttachFile';
export { default as DownloadIcon } from '@material-ui/icons/GetApp';
export { default as DefaultPriorityIcon } from '@material-ui/icons/Remove';
export { default as EditIcon } from '@material-ui/icons/Edit';
export { default as FilterIcon } from '@material-ui/icons/FilterList';
export { default as HelpIcon } from '@material-ui/icons/HelpOutline';
export { default as HighPriorityIcon } from '@material-ui/icons/KeyboardArrowUp';
export { default as InternalIcon } from '@material-ui/icons/LockOutlined';
export { default as LowPriorityIcon } from '@material-ui/icons/KeyboardArrowDown';
export { default as NextIcon } from '@material-ui/icons/ChevronRight';
export { default as PreviousIcon } from '@material-ui/icons/ChevronLeft';
export { default as RemoveIcon } from '@material-ui/icons/Close';
export { default as RetryIcon } from '@material-ui/icons/Refresh';
export { default as SortIcon } from '@material-ui/icons/ArrowUpward';
export { default as TicketsIcon } from '@material-ui/icons/ConfirmationNumberOutlined';
