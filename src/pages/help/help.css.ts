/** Guides: one column that is easy to read, pictures beside their steps on a wide screen, and a card for one sheet of paper. */
export const helpStyle = `
.guide { max-width: 44rem; }
.guide h2 { margin-block-start: 2rem; scroll-margin-top: 4rem; }
.guide h3 { margin-block: 1rem 0; font-size: 1.125rem; }
.guide :is(p, ul, ol, pre, figure, .scroll) { margin-block: 0.75rem 0; }
.guide :is(ul, ol) { padding-inline-start: 1.5rem; }
.guide li + li { margin-block-start: 0.5rem; }
.guide :is(th, td) { text-align: left; white-space: normal; vertical-align: top; }
.guide pre { padding: 0.75rem 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--sheet); line-height: 1.5; }
.guide code { font-size: 1rem; overflow-wrap: anywhere; }
.guide pre code { overflow-wrap: normal; }
.guide figure { margin-inline: 0; }
.guide img { display: block; width: 100%; max-width: 20rem; height: auto; border: 1px solid var(--line); border-radius: 0.5rem; }
.guide .ways-list { padding: 0; }
.guide .ways-list li { margin: 0; }
.help-found { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: 0.75rem; max-width: 44rem; }
.help-found a { display: block; min-height: var(--touch); padding: 0.5rem 1rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--sheet); text-decoration: none; color: var(--ink); }
.help-found b { color: var(--act); }
.help-found span { display: block; }
@media print {
  .guide figure { display: none; }
  .guide.one-page { font-size: 13pt; }
}
`
