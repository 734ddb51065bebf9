export * from './deskDescription';
export * from './deskLife';
export * from './event';
export * from './message';
export * from './notice';
export * from './refs';
export * from './ticket';
export * from './vocabulary';
