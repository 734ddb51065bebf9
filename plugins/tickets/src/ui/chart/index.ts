export * from './Chart';
export type * from './chartTypes';
