#!/usr/bin/env bash
# In the new frontend system of Backstage, PageLayout and the other swappable
# components become a new component type whenever their user renders: the app's
# getComponent() makes a function at every call, and the wrapper calls it while it
# renders. React takes each for another component, so all that is below it is
# unmounted and mounted anew: what was typed, focus and scrolling are lost. Nothing
# fails or warns, and a page that never renders twice does not show it.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --legacy-peer-deps \
  @backstage/plugin-app@0.5.3 @backstage/frontend-plugin-api@0.18.1 \
  @backstage/core-app-api@1.20.5 react@18.3.1 react-dom@18.3.1 react-router-dom@6.30.1 \
  jsdom@26.1.0 esbuild@0.25.9
api=node_modules/@backstage/plugin-app/dist/apis/SwappableComponentsApi
cat >look.jsx <<JS
import React, { Suspense, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import {
  PageLayout,
  swappableComponentsApiRef,
} from '@backstage/frontend-plugin-api';
import { ApiProvider } from '@backstage/core-app-api';
import { DefaultSwappableComponentsApi } from './$api/DefaultSwappableComponentsApi.esm.js';

const swappable = DefaultSwappableComponentsApi.fromComponents([]);
const apis = {
  get: ({ id }) =>
    id === swappableComponentsApiRef.id ? swappable : undefined,
};
const mounts = { 'below PageLayout': 0, 'below a div': 0 };

function Probe({ place }) {
  useLayoutEffect(() => {
    mounts[place] += 1;
  }, [place]);
  return null;
}

function Page({ turn }) {
  return (
    <ApiProvider apis={apis}>
      <div title={String(turn)}>
        <Probe place="below a div" />
      </div>
      <Suspense fallback={null}>
        <PageLayout title={String(turn)}>
          <Probe place="below PageLayout" />
        </PageLayout>
      </Suspense>
    </ApiProvider>
  );
}

async function look() {
  const root = createRoot(document.getElementById('root'));
  for (const turn of [1, 2, 3, 4]) {
    flushSync(() => root.render(<Page turn={turn} />));
    // what is lazy comes meanwhile
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  console.log('mounted after 4 renders:', mounts);
  process.exit(
    mounts['below a div'] === 1 && mounts['below PageLayout'] === 4 ? 0 : 1,
  );
}

look();
JS
npx esbuild look.jsx --bundle --platform=node --format=cjs --jsx=automatic \
  --main-fields=module,main --loader:.svg=dataurl --loader:.css=empty \
  --log-level=error --outfile=look.cjs
cat >run.cjs <<'JS'
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<div id="root"></div>', { url: 'http://localhost' });
for (const name of ['window', 'document', 'navigator', 'HTMLElement', 'Element', 'Node']) {
  globalThis[name] = name === 'window' ? window : window[name];
}
require('./look.cjs');
JS
node run.cjs
