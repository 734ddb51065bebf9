#!/usr/bin/env bash
# A footnote that goes through remark-rehype and then rehype-sanitize, each with
# its defaults, is linked to an id that is not in the page: both put
# "user-content-" before the ids, and only one of them before the links.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund \
  unified@10.1.2 remark-parse@10.0.2 remark-gfm@3.0.1 remark-rehype@10.1.0 \
  rehype-sanitize@5.0.1 rehype-stringify@9.0.4
cat >look.mjs <<'JS'
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';

const html = String(
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .processSync('A[^1]\n\n[^1]: The footnote'),
);
const found = name =>
  [...html.matchAll(new RegExp(`${name}="#?([^"]*)"`, 'g'))].map(([, id]) => id);
const [links, ids] = [found('href'), found('id')];
console.log({ links, ids });
const leading = links.filter(link => ids.includes(link));
console.log(`${leading.length} of ${links.length} links lead to an element`);
process.exit(links.length === 2 && leading.length === 0 ? 0 : 1);
JS
node look.mjs
