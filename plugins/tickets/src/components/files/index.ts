export { AttachButton } from './AttachButton';
export { FileDropArea } from './FileDropArea';
export { UploadList } from './UploadList';
