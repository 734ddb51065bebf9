export * from './folding';
export * from './sortKeyOf';
export * from './words';
