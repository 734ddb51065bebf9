import { createHash } from 'node:crypto';

/** How the pages look: without a script, a font or a picture from elsewhere. */
export const style = `
:root { color-scheme: light dark;
  --text: #1b1b1f; --muted: #55555e; --page: #f4f4f6; --card: #fff;
  --line: #8a8a94; --soft: #d9d9df; --accent: #1f5493; --on-accent: #fff;
  --bad: #b3261e; --bad-soft: #fdecea; --good-soft: #e6f4ea; }
@media (prefers-color-scheme: dark) { :root {
  --text: #ececf1; --muted: #b4b4bf; --page: #17171a; --card: #222226;
  --line: #8f8f9a; --soft: #3a3a41; --accent: #9cc3f5; --on-accent: #10243c;
  --bad: #f5a9a3; --bad-soft: #43211f; --good-soft: #1e3a27; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: break-word; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between;
  gap: .5rem; padding-top: 1rem; }
main { padding-top: .5rem; padding-bottom: 1rem; }
footer { color: var(--muted); font-size: .875rem; padding-bottom: 2rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); }
.hint { color: var(--muted); font-size: .875rem; margin: 0 0 .375rem; }
.field { margin: 0 0 1.25rem; }
label, .label { display: block; font-weight: 600; margin-bottom: .125rem; }
input, select, textarea { width: 100%; padding: .5rem .625rem; font: inherit;
  color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: .375rem; }
textarea { min-height: 9rem; resize: vertical; }
[aria-invalid] { border: 2px solid var(--bad); }
.error { color: var(--bad); font-weight: 600; margin: 0 0 .375rem; }
button { font: inherit; font-weight: 600; cursor: pointer; max-width: 100%;
  padding: .5rem 1rem; min-height: 2.75rem; border-radius: .375rem;
  border: 1px solid var(--accent); background: transparent;
  color: var(--accent); overflow-wrap: anywhere; }
button.main { background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
.card { background: var(--card); border: 1px solid var(--soft);
  border-radius: .5rem; padding: 1rem; margin: 0 0 1rem; }
.card > :first-child { margin-top: 0; } .card > :last-child { margin-bottom: 0; }
.alert { border-left: .375rem solid var(--bad); background: var(--bad-soft); }
.done { border-left: .375rem solid var(--accent); background: var(--good-soft); }
.own { margin-left: 1.5rem; }
.by { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline;
  margin-bottom: .5rem; }
.text { white-space: pre-wrap; margin: 0; }
.words { font: 600 1.375rem/1.6 ui-monospace, Consolas, monospace;
  margin: 1rem 0; padding: 0; list-style: none; }
.words li { display: inline-block; margin-right: 1rem; }
ul.plain { list-style: none; padding: 0; margin: .5rem 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem;
  margin: 0 0 1rem; }
dt { color: var(--muted); } dd { margin: 0; }
details { margin-top: .75rem; } summary { cursor: pointer; color: var(--accent); }
.trap { position: absolute; left: -100vw; }
@media (max-width: 30rem) { .own { margin-left: .5rem; } h1 { font-size: 1.5rem; } }
@media print { form, header, footer, details { display: none; }
  body { background: #fff; color: #000; } .card { border-color: #000; } }
`;

/** What lets this style, and no other, into the page. */
export const styleHash = createHash('sha256').update(style).digest('base64');
