export { demoTicketsModule } from './module';
