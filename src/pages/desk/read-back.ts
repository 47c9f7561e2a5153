import { html } from 'hono/html'
import type { Field } from '#src/desk/fields.ts'
import { saidLines } from '#src/desk/filling.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'

/** What was filled in, field by field, to be read aloud; what was left empty is left out. */
export const readBack = (
  fields: readonly Field[],
  of: (name: string) => string,
  more: Html | string = '',
): Html => {
  const lines = saidLines(fields, of).map(([label, said]) =>
    fact(label, html`<b><bdi>${said}</bdi></b>`),
  )
  return html`<dl class="facts">${more} ${lines}</dl>`
}
