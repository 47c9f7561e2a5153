import { expect, test } from 'vitest'
import { serviceFacts } from '#src/pages/directory/directory-page.ts'
import { pageText } from '#test/pages/page-text.ts'

test('of a service every language that is spoken there and all that it keeps to is told', async () => {
  const text = pageText(
    String(
      await serviceFacts('en', {
        kind: 'legal-aid',
        name: 'Lawyers',
        country: 'KH',
        does: 'Advice before court',
        standards: ['no-fee', 'child-safe'],
        languages: ['km', 'th'],
        phone: '555-0102',
      }),
    ),
  )
  for (const said of ['Khmer', 'Thai', 'Asks for no money', 'Safe for children'])
    expect(text).toContain(said)
})
