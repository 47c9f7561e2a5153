import { html } from 'hono/html'
import type { Field } from '#src/desk/fields.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'

/** What was filled in, field by field, to be read aloud; what was left empty is left out. */
export const readBack = (
  fields: readonly Field[],
  of: (name: string) => string,
  more: Html | string = '',
): Html => {
  const lines = fields.flatMap((field) => {
    // The day stands by itself, under a name of its own.
    if (field.as === 'day') return []
    const said = of(field.name) === '' ? '' : field.said(of(field.name))
    return said === '' ? [] : [fact(field.label, html`<b><bdi>${said}</bdi></b>`)]
  })
  return html`<dl class="facts">${more} ${lines}</dl>`
}
