export * from './action';
export * from './cause';
export * from './column';
export * from './refs';
export * from './reportGrouping';
export * from './slaDeadline';
export * from './status';
export * from './ticket';
