/** How the page looks, in light and dark, on wide and narrow screens. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#d8dce2, #3a3f47); --soft: light-dark(#f4f6f8, #22262c); --accent: light-dark(#1f5493, #9cc9ff); }
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#fff, #16191d); color: light-dark(#1c2026, #e6e9ee) }
header { padding: .75rem 1.25rem; border-bottom: 1px solid var(--line) }
h1 { font-size: 1.1rem; margin: 0 }
h2 { font-size: 1.15rem; margin: 0 0 .25rem }
h3 { font-size: .8rem; margin: 1rem .75rem .25rem; opacity: .75 }
a { color: var(--accent) }
.panes { display: grid; grid-template-columns: 15rem 22rem minmax(0, 1fr); min-height: calc(100vh - 3.2rem) }
.panes > * { border-right: 1px solid var(--line); padding-bottom: 1rem; min-width: 0 }
nav a { display: flex; justify-content: space-between; gap: .5rem; padding: .35rem .75rem; text-decoration: none; color: inherit; border-left: 3px solid transparent }
nav a:hover { background: var(--soft) }
nav a[aria-current] { background: var(--soft); border-left-color: var(--accent) }
nav .mail { display: block; border-bottom: 1px solid var(--line); padding: .6rem .75rem }
nav .mail.unread { font-weight: 600 }
.line { display: flex; justify-content: space-between; gap: .5rem }
.clip { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.count { background: var(--accent); color: light-dark(#fff, #16191d); border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; line-height: 1.4rem }
.soft { opacity: .75; font-weight: normal; font-size: .85rem }
.bar { padding: .75rem; border-bottom: 1px solid var(--line) }
main { padding: 1rem 1.25rem }
.notice { background: var(--soft); border-left: 3px solid var(--accent); padding: .5rem .75rem; margin: 0 0 1rem }
iframe { width: 100%; height: 24rem; border: 1px solid var(--line); background: #fff; margin: 1rem 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem }
label { display: block; margin: .75rem 0 .25rem }
input, textarea { width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit }
textarea { min-height: 9rem }
button, .button { display: inline-block; font: inherit; padding: .45rem 1rem; border: 0; border-radius: 4px; background: var(--accent); color: light-dark(#fff, #16191d); text-decoration: none; cursor: pointer }
form button { margin-top: .75rem }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }
@media (max-width: 900px) {
  .panes { display: block }
  .panes > * { border-right: 0; border-bottom: 1px solid var(--line) }
  #people { max-height: 11rem; overflow: auto }
  #mails { max-height: 16rem; overflow: auto }
}
`;
