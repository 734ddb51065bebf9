export { MarkdownField } from './MarkdownField';
export { MarkdownText } from './MarkdownText';
