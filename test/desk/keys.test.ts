import { expect, test } from 'vitest'
import { currencyCodes, decimalsOf } from '#domain/kernel/money.ts'
import { sumField } from '#src/desk/fields.ts'
import { keysFor } from '#src/desk/typed-sum.ts'
import { quoteForm } from '#src/pages/quote/form.ts'

const at = { language: 'en' } as const
const named = { name: 'amount', label: 'Sum' }

/** By which keys each field of a page is typed. */
const keysIn = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...page.matchAll(/<input[^>]*>/g)].map(([field]) => [
      /name="([^"]*)"/.exec(field)![1]!,
      /inputmode="([^"]*)"/.exec(field)?.[1] ?? 'text',
    ]),
  )

test('a sum of dollars or baht is typed by keys that have a point, and one of riel by digits', () => {
  for (const currency of currencyCodes) {
    const keys = decimalsOf(currency) === 0 ? 'numeric' : 'decimal'
    expect(keysFor(currency)).toBe(keys)
    for (const isLarge of [true, false])
      expect(sumField(at, { ...named, currency, isLarge })).toMatchObject({ inputmode: keys })
    const asked = { typed: {}, faults: new Map(), currency, to: '/' }
    const typed = keysIn(String(quoteForm(asked, 'en')))
    for (const name of ['amount', 'balloon', 'interestStep', 'instalmentStep', 'fee', 'deposit'])
      expect([name, typed.get(name)]).toEqual([name, keys])
  }
})
