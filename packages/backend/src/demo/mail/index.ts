export { demoMailPlugin } from './plugin';
