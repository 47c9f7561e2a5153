import { expect, test } from 'vitest'
import { conditions } from '#domain/grants/kinds.ts'
import { carriedIn } from '#src/http/support/file-acts.ts'

test('a small form of a file carries its act, with the condition or the months that it is about, and nothing that no form sends', () => {
  const carried = (sent: Readonly<Record<string, string>>) => carriedIn((name) => sent[name] ?? '')
  for (const what of conditions)
    expect(carried({ act: 'met', what, months: '3' })).toEqual({ act: 'met', what })
  expect(carried({ act: 'followed-up', months: '12', what: conditions[0]! })).toEqual({
    act: 'followed-up',
    months: '12',
  })
  expect(carried({ act: 'line', amount: '5000' })).toEqual({ act: 'line' })
  for (const sent of [
    { act: 'met', what: 'paid' },
    { act: 'met' },
    { act: 'followed-up', months: 'soon' },
    { act: 'given' },
    {},
  ])
    expect(carried(sent), JSON.stringify(sent)).toBeUndefined()
})
