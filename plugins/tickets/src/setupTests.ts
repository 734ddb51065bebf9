import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { installScreen } from './__testUtils__/screenWidth';

// Whole pages are rendered here, also on small and busy machines.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

installScreen();
