/**
 * What is printed: each paper with its size, black on white, no row cut in two. On the screen it is laid out as every
 * other page. The receipt's roll has a length because a printer wants one; paper beyond the text stays white.
 */
export const papersStyle: string = `
.papers { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.papers a {
  display: inline-flex;
  align-items: center;
  min-height: 48px;
  min-width: 48px;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--act);
  text-decoration: none;
}
.papers a[aria-current] { border-color: var(--act); background: var(--act); color: var(--on-act); font-weight: 700; }
.on-paper { display: grid; gap: 1rem; min-width: 0; }
.on-paper > * { min-width: 0; margin: 0; }
.paper-signs, .practice .practice-mark { display: none; }
.slip-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; list-style: none; padding: 0; }
.slip { display: grid; gap: 0.5rem; align-content: start; padding: 0.75rem 1rem; border: 2px dashed var(--rule); background: var(--sheet); }
.slip p { margin: 0; }
.slip .right-wrong { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; font-weight: 700; }
.slip .right-wrong span { display: inline-flex; align-items: center; gap: 0.5rem; }
.slip .box { display: inline-block; width: 1.5rem; height: 1.5rem; border: 2px solid var(--rule); }
.leaf table { max-width: none; }
.leaf :is(th, td) { white-space: normal; vertical-align: top; }
.leaf :is(td, tbody th) { white-space: nowrap; }
.leaf .words { text-align: left; white-space: normal; min-width: 6rem; }
.leaf .signed { min-width: 5rem; }
.leaf .facts .said { font-weight: 400; }
@page a4 { size: A4 portrait; margin: 12mm; }
@page a5 { size: A5 portrait; margin: 8mm; }
@page a5-lying { size: A5 landscape; margin: 8mm; }
@page roll {
  size: 80mm 260mm;
  margin: 3mm;
  @bottom-left { content: none; }
  @bottom-right { content: none; }
}
@media print {
  body:has(.on-a4) { page: a4; }
  body:has(.on-a5) { page: a5; }
  body:has(.on-a5-lying) { page: a5-lying; }
  body:has(.on-roll) { page: roll; }
  .screen-only, .papers { display: none; }
  body:has(.on-paper) .practice { padding: 0; font-size: 8pt; line-height: 1.5; }
  .practice, .practice span, .agreement, table { background: none; }
  .practice .practice-mark {
    display: block;
    padding: 0;
    line-height: 1.75;
    position: fixed;
    top: 45%;
    left: 0;
    right: 0;
    z-index: -1;
    transform: rotate(-25deg);
    text-align: center;
    font-size: 40pt;
    font-weight: 700;
    color: #d9d9d9;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  body:has(.on-roll) .practice .practice-mark { font-size: 26pt; top: 35%; }
  .on-paper { display: block; padding: 0 0.5mm; font-size: 10pt; }
  .on-paper > * + * { margin-top: 2mm; }
  .on-paper, .on-paper *:not(svg, svg *) {
    color: #000;
    background: none;
    border-color: #000;
    box-shadow: none;
  }
  .on-paper :is(svg, .check h2 svg) { color: #000; }
  .on-paper a { text-decoration: none; }
  .on-paper h1 { font-size: 14pt; line-height: 1.4; }
  .on-paper h2 { font-size: 11pt; line-height: 1.4; }
  .on-paper :is(h1, h2, p, li, td, th, dt, dd):lang(km) { line-height: 1.6; }
  .on-paper .figure, .on-paper .figure.long { font-size: 16pt; line-height: 1.4; }
  .on-paper .said { font-size: 10pt; }
  .on-paper .facts, .on-paper .proof .facts { font-size: 10pt; max-width: none; }
  .on-paper .facts > div { padding: 0.5mm 0; min-height: 0; }
  .on-paper thead { display: table-header-group; }
  .on-paper :is(tr, li, .check, .proof, .facts > div) { break-inside: avoid; }
  .on-paper .check, .on-paper .proof { padding: 1.5mm 2mm; border: 1px solid #000; border-radius: 0; max-width: none; }
  .on-paper .qr { max-width: 40mm; }
  .on-paper .proof { grid-template-columns: 40mm minmax(0, 1fr); gap: 3mm; }
  .on-paper :is(.done, .check h2) svg { width: 6mm; height: 6mm; }
  .on-paper .done { font-size: 11pt; }
  .on-paper .proof .quiet { font-size: 8pt; margin-top: 0; }
  .paper-signs { display: grid; grid-template-columns: repeat(auto-fit, minmax(40mm, 1fr)); gap: 4mm; list-style: none; margin: 2mm 0 0; padding: 0; font-size: 8pt; break-inside: avoid; }
  .paper-signs .thumb { height: 22mm; border: 1px solid #000; border-radius: 0; }
  .slip-list { grid-template-columns: 1fr 1fr; gap: 4mm; }
  .on-a5 .slip-list { grid-template-columns: 1fr; }
  .slip { padding: 2mm 3mm; gap: 1mm; border: 1px dashed #000; }
  .slip .box { width: 5mm; height: 5mm; border: 1px solid #000; }
  .slip .thumb { height: 18mm; }
  .on-a5, .on-a5 .facts { font-size: 9pt; }
  .on-a5-lying { font-size: 8pt; }
  .on-a5 h1, .on-a5-lying h1 { font-size: 12pt; }
  .leaf table { width: 100%; font-size: 8pt; }
  .leaf :is(th, td) { padding: 0.5mm 1mm; }
  .leaf tbody :is(th, td) { height: 6.5mm; }
  .on-a4.leaf:not(:has(.signed)) table { font-size: 9.5pt; }
  .leaf .words bdi { white-space: nowrap; }
  .leaf .facts { break-inside: avoid; }
  .leaf :is(thead th, .words):lang(km) { font-size: 1.1em; }
  .leaf .words { min-width: 0; }
  .leaf .signed { min-width: 16mm; border-left: 1px solid #000; }
  .on-a5 .leaf-lines { font-size: 6.5pt; }
  .on-a5.leaf .leaf-lines :is(th, td) { padding: 0.5mm 0.4mm; }
  body:has(.on-roll) main { padding: 0; }
  .on-roll { width: 100%; font-size: 9pt; }
  .on-roll > * + * { margin-top: 1.5mm; }
  .on-roll h1 { font-size: 12pt; }
  .on-roll .figure, .on-roll .figure.long { font-size: 15pt; }
  .on-roll .proof { grid-template-columns: minmax(0, 1fr); justify-items: center; gap: 1mm; }
  .on-roll .qr { width: 44mm; max-width: 44mm; }
  .on-roll .facts > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2mm; }
  .on-roll .paper-signs { grid-template-columns: 1fr 1fr; gap: 2mm; }
  .on-roll .paper-signs .thumb { height: 16mm; }
  body:has(.on-a5) .agreement { font-size: 8.5pt; }
  body:has(.on-a5) .agreed { display: block; font-size: 8pt; }
  body:has(.on-a5) .agreed table { margin-bottom: 2mm; }
  body:has(.on-a5) .agreement .agreed :is(td, th) { padding: 0.25mm 1mm; white-space: normal; }
  body:has(.on-a5) .signing { gap: 2mm; }
}
`
