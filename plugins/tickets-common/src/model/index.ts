export * from './deskDescription';
export * from './event';
export * from './message';
export * from './refs';
export * from './ticket';
export * from './vocabulary';
