export * from './conditions';
export * from './resourceRef';
export * from './rules';
