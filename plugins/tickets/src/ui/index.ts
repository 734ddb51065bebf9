export * from './Alert';
export * from './Empty';
export * from './ErrorBoundary';
export * from './ErrorState';
export * from './Loading';
export * from './Time';
export * from './markdown';
