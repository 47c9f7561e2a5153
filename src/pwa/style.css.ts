const weights = [400, 700] as const
const fontOf = (weight: number): string => `/fonts/noto-sans-khmer-${weight}.woff2`

/** The letters of Khmer, which many a phone does not have: kept with the app, so that they are there without a network. */
export const fonts: readonly string[] = weights.map(fontOf)

const fontFace = (weight: number): string => `@font-face {
  font-family: 'Noto Sans Khmer'; font-weight: ${weight}; font-display: swap;
  src: url('${fontOf(weight)}') format('woff2');
  unicode-range: U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC;
}
`

/** How the app looks: large keys, one thing a screen. */
export const style = `${weights.map(fontFace).join('')}
:root {
  color-scheme: light;
  --paper: #f4f0e6; --sheet: #fffdf8; --line: #dcd4c4; --rule: #857b6b; --ink: #221e19; --quiet: #5a5247;
  --act: #12506b; --on-act: #fff; --good: #1c6640; --good-soft: #e0eee1; --warn: #7d4500; --warn-soft: #fbeac3;
  --bad: #9c2413; --bad-soft: #fae4dc;
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 'Noto Sans Khmer', system-ui, sans-serif;
}
:lang(km) { line-height: 1.75; }
header {
  display: flex; align-items: center; gap: 0.5rem; min-height: 3rem; padding: 0 0.75rem;
  background: var(--act); color: var(--on-act);
}
header strong { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
header button { width: auto; min-height: 3rem; padding: 0 0.5rem; border: 0; background: none; color: inherit; font-weight: 400; margin: 0; }
.practice { padding: 0 0.75rem; background: repeating-linear-gradient(45deg, #ffe9a8, #ffe9a8 12px, #ffd766 12px, #ffd766 24px); color: #221e19; font-size: 1rem; }
main, aside { max-width: 34rem; margin: 0 auto; padding: 0.5rem 0.75rem 0; }
h1 { font-size: 1.375rem; line-height: 1.4; }
:lang(km) h1 { line-height: 1.7; }
h2 { font-size: 1.125rem; margin-top: 0.75rem; }
p, ul, dl, form, fieldset { margin-top: 0.5rem; }
.quiet { color: var(--quiet); }
.sum { font-size: 2.25rem; font-weight: 700; line-height: 1.4; font-variant-numeric: tabular-nums; }
.said { display: flex; align-items: center; gap: 0.75rem; flex-wrap: wrap; }
button.listen { width: auto; margin: 0; min-height: 3rem; }
.in-notes { display: flex; flex-wrap: wrap; gap: 0.125rem 0.5rem; margin-top: 0.125rem; }
.in-notes span { display: inline-flex; align-items: center; gap: 0.125rem; }
.in-notes text { font-weight: 700; fill: #221e19; font-variant-numeric: tabular-nums; }
.code { font-size: 2.75rem; font-weight: 700; letter-spacing: 0.05em; font-variant-numeric: tabular-nums; }
button, .button {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 3.25rem; margin-top: 0.5rem;
  padding: 0.25rem 0.75rem; border: 2px solid var(--act); border-radius: 0.5rem; background: var(--sheet);
  color: var(--act); font: inherit; font-weight: 700; text-decoration: none; text-align: center; cursor: pointer;
}
button.main, .button.main { background: var(--act); color: var(--on-act); }
button:disabled { opacity: 0.6; }
:focus-visible { outline: 3px solid var(--warn); outline-offset: 2px; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; }
label { display: block; margin-top: 0.5rem; font-weight: 700; }
label.row { margin-top: 0.25rem; display: grid; grid-template-columns: 1fr 1fr; align-items: center; gap: 0.5rem; line-height: 1.35; }
label.row > :last-child { min-width: 0; }
label .fault { display: block; }
label small, .hint { display: block; font-weight: 400; color: var(--quiet); font-size: 1rem; }
input:not([type=checkbox]), select {
  width: 100%; min-height: 3rem; padding: 0.25rem 0.75rem; border: 2px solid var(--rule); border-radius: 0.375rem;
  background: #fff; color: var(--ink); font: inherit; font-size: 1.25rem; font-variant-numeric: tabular-nums;
}
label select { min-height: 3.25rem; padding: 0 0.5rem; font-size: 1rem; line-height: 1.3; white-space: normal; }
.notes label { display: grid; grid-template-columns: 1fr 6rem; align-items: center; gap: 0.5rem; margin-top: 0.25rem; }
.tick { display: flex; align-items: center; gap: 0.75rem; min-height: 3rem; border-bottom: 1px solid var(--line); margin: 0; }
.tick input { width: 1.75rem; height: 1.75rem; flex: none; }
.fault { color: var(--bad); font-weight: 700; scroll-margin: 5rem 0; }
.alert { padding: 0.5rem 0.75rem; border-left: 6px solid var(--warn); background: var(--warn-soft); }
.alert.bad { border-color: var(--bad); background: var(--bad-soft); }
.alert.good { border-color: var(--good); background: var(--good-soft); }
dl { display: grid; line-height: 1.4; grid-template-columns: minmax(50%, 1fr) auto; gap: 0.125rem 0.75rem; padding: 0.25rem 0.75rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; }
dd { font-weight: 700; text-align: right; font-variant-numeric: tabular-nums; }
ul { list-style: none; padding: 0; }
li { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.who { display: flex; align-items: center; gap: 0.75rem; }
.face { flex: none; width: 3rem; height: 3rem; border-radius: 50%; background: var(--act); color: var(--on-act); display: grid; place-items: center; font-weight: 700; }
details { margin-top: 0.25rem; }
.who { line-height: 1.3; }
summary { min-height: 3rem; display: flex; align-items: center; color: var(--act); font-weight: 700; cursor: pointer; }
.second h2 { margin-top: 0.25rem; }
.second label { margin-top: 0; }
.second .two { align-items: end; }
.leads { padding: 0 0.75rem; background: var(--warn-soft); }
.square { display: block; width: min(100%, 20rem); margin: 0.25rem auto; background: #fff; color: #000; }
.foot { position: sticky; bottom: 0; display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 0.5rem; padding-bottom: 0.5rem; background: var(--paper); }
.dial { display: flex; align-items: center; justify-content: space-between; gap: 0.75rem; min-height: 3rem; color: inherit; text-decoration: none; }
.dial small { display: block; color: var(--quiet); font-size: 1rem; }
.dial > b { color: var(--act); font-size: 1.25rem; white-space: nowrap; }
span.dial > b { color: inherit; }
.place { color: var(--quiet); font-size: 1rem; }
`
