/** The style of the NGO's pages: desktop first, and whole on a phone of 360 px. */
export const healthStyle: string = `
.health { display: grid; gap: 1rem; margin-top: 0.5rem; }
.health > * { min-width: 0; margin: 0; }
.health h2 { margin: 0 0 0.25rem; }
.health .large {
  font-size: 2.25rem;
  font-weight: 700;
  line-height: 1.5;
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
}
.health form.day { display: grid; gap: 0.25rem; }
.health form.day label { font-weight: 700; }
.health form.day .line { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.health form.day input {
  min-height: 48px;
  width: 11rem;
  max-width: 100%;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
  font-size: 1.125rem;
}
.health form.day input[aria-invalid] { border: 4px double var(--bad); }
.grade {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 0 1.25rem;
  align-items: start;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--tone, var(--rule));
  border-radius: 0.5rem;
  background: var(--sheet);
}
.grade h2 { grid-column: 1 / -1; }
.grade .letter { margin: 0; padding: 0; border: 0; font-size: 4rem; font-weight: 700; line-height: 1.1; color: var(--tone); }
.grade ul { margin: 0.25rem 0; padding-left: 1.25rem; display: grid; gap: 0.5rem; }
.grade li a { display: inline-flex; align-items: center; min-height: 48px; }
.grade-a { --tone: var(--good); }
.grade-b { --tone: var(--saved); }
.grade-c { --tone: var(--warn); }
.grade-d { --tone: var(--bad); }
@media (min-width: 60rem) {
  .grade-and-signs { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1rem; align-items: start; }
}
.grade-and-signs > * + * { margin-top: 1rem; }
@media (min-width: 60rem) {
  .grade-and-signs > * + * { margin-top: 0; }
}
.grade-and-signs .warnings p { margin: 0.25rem 0; }
.first-figures .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); gap: 0.5rem; }
@media (min-width: 60rem) { .first-figures .figures { grid-template-columns: repeat(4, 1fr); } }
.first-figures .figures > div { display: block; padding: 0.25rem 0.75rem 0.5rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--sheet); }
.first-figures .figures dt a { min-height: 48px; line-height: 1.35; }
.first-figures .figures dt a:lang(km) { line-height: 1.75; }
.first-figures .figures dd { justify-content: flex-start; text-align: left; font-size: 1.25rem; }
.first-figures .figures dd [class^='mark-'] { font-size: 1rem; }
.other-figures .groups { padding-bottom: 1rem; }
.other-figures .groups h3 { margin: 0 0 0.25rem; font-size: 1.125rem; }
.entry-list a { display: inline-flex; align-items: center; min-height: 48px; min-width: 48px; }
/* Columns and no grid: parts of unequal height would leave holes in one. */
.groups { columns: 21rem auto; column-gap: 1rem; }
.groups > section { margin-bottom: 1rem; break-inside: avoid; }
@media screen { .groups > .fold { margin-block: 0 1rem; break-inside: avoid; } }
.trends h3 { margin: 0; font-size: 1.125rem; }
.trends figure { margin: 0; }
.trend-parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 2rem; }
.trend-parts > * { min-width: 0; }
.trend-table :is(th, td) { white-space: normal; }
.chart .line { fill: none; stroke: var(--ink); stroke-width: 2; }
.chart .mark { fill: var(--on-act); stroke: var(--ink); stroke-width: 1.5; }
.chart .line-solid .line { stroke: var(--saved); }
.chart .line-solid .mark { fill: var(--saved); stroke: var(--saved); }
.chart .line-dashed .line { stroke: var(--loans); stroke-dasharray: 8 4; }
.chart .line-dashed .mark { stroke: var(--loans); }
.chart .line-dotted .line { stroke: var(--good); stroke-dasharray: 2 3; }
.chart .line-dotted .mark { stroke: var(--good); }
.legend svg.wide { width: 40px; max-width: 40px; }
.parts {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
  align-items: start;
  gap: 1rem;
}
.groups > section, .part, .formula, .warnings {
  min-width: 0;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.fold.part { padding-block: 0; border-radius: 0.875rem; }
.figures { margin: 0; }
.figures > div {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: 0 0.75rem;
  min-height: 48px;
  border-top: 1px solid var(--line);
}
.figures dt { flex: 1 1 9rem; overflow-wrap: anywhere; }
.figures dt a { display: flex; align-items: center; min-height: 48px; }
.figures dd {
  display: flex;
  flex-wrap: wrap;
  justify-content: flex-end;
  gap: 0 0.75rem;
  margin: 0 0 0 auto;
  text-align: right;
  font-variant-numeric: tabular-nums;
}
[class^='mark-'] { font-weight: 700; }
.mark-good { color: var(--good); }
.mark-bad { color: var(--bad); }
.mark-calm { color: var(--quiet); }
.mark-eased { color: var(--warn); }
.formula dl { margin: 0; max-width: 44rem; }
.formula dl > div, .row-total {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 1rem;
  padding: 0.25rem 0;
}
.formula dd { margin: 0 0 0 auto; font-variant-numeric: tabular-nums; }
.formula .result { border-top: 2px solid var(--ink); font-size: 1.25rem; font-weight: 700; }
.row-total { margin: 0; border-top: 2px solid var(--ink); font-variant-numeric: tabular-nums; }
.row-total ~ .row-total { border-top: 0; }
.rows-behind { list-style: none; margin: 0; padding: 0; }
.rows-behind li {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 1rem;
  padding: 0.25rem 0;
  border-top: 1px solid var(--line);
}
.rows-behind li:first-child { border-top: 0; }
.row-name {
  flex: 1 1 12rem;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 0.75rem;
  min-height: 48px;
  overflow-wrap: anywhere;
}
.row-name a { display: inline-flex; align-items: center; min-height: 48px; min-width: 48px; }
.row-sum {
  align-self: center;
  margin-left: auto;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
.by-sex :is(th, td) { white-space: normal; padding-inline: 0.375rem; }
.grade > details { grid-column: 1 / -1; }
.grade > details > summary { display: flex; align-items: center; min-height: 48px; color: var(--act); cursor: pointer; }
.signs { list-style: none; margin: 0; padding: 0; }
.signs > li { padding: 0.5rem 0; border-top: 1px solid var(--line); }
.signs details ul { margin: 0; padding-left: 1.25rem; }
.signs details a { display: inline-flex; align-items: center; min-height: 48px; }
@media print {
  .health > * + * { margin-top: 2mm; }
  .health { display: block; }
  .health details::details-content { content-visibility: visible; block-size: auto; }
  .health summary, .health   .other-figures > .fold > summary { display: block; }
    .entry-list p { display: none; }
  .health, .health .facts { font-size: 9pt; line-height: 1.4; }
  .health:lang(km) { line-height: 1.6; }
  .health h1 { font-size: 14pt; }
  .health h2 { font-size: 11pt; }
  .health table { font-size: 8pt; }
  .health th { white-space: nowrap; }
  .by-sex { break-inside: avoid; }
  .by-sex :is(th, td) { white-space: normal; }
  .health form.day { display: none; }
  .groups { columns: 2; column-gap: 4mm; }
  .trend-parts { grid-template-columns: 1fr 1fr; gap: 4mm; }
  .trend, .trends { break-inside: avoid; }
  .trends h3 { font-size: 10pt; }
    .parts { grid-template-columns: 1fr; }
  .rows-behind li { break-inside: avoid; }
  .figures > div, .figures dt a, .row-name, .row-name a { min-height: 0; }
}
`
