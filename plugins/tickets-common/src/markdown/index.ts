export {
  MAX_MARKDOWN_DEPTH,
  MAX_RENDERED_MARKDOWN,
  canRenderMarkdown,
  isNestedTooDeeply,
} from './bounds';
export { markdownTags } from './htmlTags';
