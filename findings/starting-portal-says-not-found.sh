#!/usr/bin/env bash
# A Backstage backend that is starting answers 404, with an empty body, for a
# plugin whose first service has not been made yet: the HTTP server listens before
# the plugins are. Once the plugin has its router, requests wait for the end of its
# start instead (or get 503 after some seconds), so that the 404 lasts for part of
# the start only. A client that takes 404 for "this is not there (any more)" drops
# what it shows, or stops asking, after each restart that hits that moment;
# monitoring sees an ordinary client error. Only a body that the plugin wrote
# itself tells the two apart.
set -euo pipefail
cd "$(mktemp -d)"
echo '{ "name": "portal", "private": true, "workspaces": [] }' >package.json
npm install --silent --no-audit --no-fund --legacy-peer-deps \
  @backstage/backend-defaults@0.18.0 @backstage/backend-plugin-api@1.10.1 \
  better-sqlite3@12.4.1
PORT=$((20000 + RANDOM % 20000))
cat >app-config.yaml <<YAML
app: { title: Portal, baseUrl: 'http://localhost:$PORT' }
backend:
  listen: '127.0.0.1:$PORT'
  baseUrl: 'http://localhost:$PORT'
  database: { client: better-sqlite3, connection: ':memory:' }
YAML
cat >look.cjs <<'JS'
const { createBackend } = require('@backstage/backend-defaults');
const {
  coreServices,
  createBackendPlugin,
} = require('@backstage/backend-plugin-api');

const url = `http://127.0.0.1:${process.env.PORT}/api/desk/`;
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

const backend = createBackend();
backend.add(
  createBackendPlugin({
    pluginId: 'desk',
    register(env) {
      env.registerInit({
        deps: { router: coreServices.httpRouter },
        async init({ router }) {
          router.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          router.use((_request, response) => response.json({ desk: 'open' }));
          await sleep(1_000);
        },
      });
    },
  }),
);
backend.start();

(async () => {
  const answers = [];
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(2)) {
    const answer = await fetch(url).then(
      async response => `${response.status} ${await response.text()}`,
      () => undefined,
    );
    if (answer && answer !== answers.at(-1)) answers.push(answer);
    if (answer?.startsWith('200')) break;
  }
  console.log(answers);
  const expected = ['404 ', '200 {"desk":"open"}'];
  process.exit(answers.join() === expected.join() ? 0 : 1);
})();
JS
PORT=$PORT NODE_ENV=production LOG_LEVEL=error node look.cjs --config app-config.yaml
