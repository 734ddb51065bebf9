export * from './actions';
export * from './criteria';
export * from './permissions';
