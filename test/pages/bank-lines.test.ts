import { expect, test } from 'vitest'
import { amountIn } from '#src/desk/entered.ts'
import { unknownLines } from '#src/pages/bank/lines.ts'
import { decimalsOf, currencyCodes } from '#domain/kernel/money.ts'

const at = { language: 'en', isPractice: true, fundId: 'a-fund', fundName: 'Village 1' } as const
const line = { row: 1, on: '2025-12-15', words: '', mark: 'm', kind: 'k', choices: [] }

test('a line of the bank is filled in with its sum as it is typed, whatever the currency', () => {
  for (const currency of currencyCodes) {
    const cent = 10 ** decimalsOf(currency)
    for (const amount of [12 * cent, 12 * cent + Math.floor(cent / 2), -3 * cent, 1]) {
      const page = String(unknownLines({ at, place: 'bank', currency }, [{ ...line, amount }]))
      const given = [...page.matchAll(/[?&;]amount=([^"&]*)/g)].map(([, text]) => text!)
      expect(given.length).toBe(amount > 0 ? 4 : 2)
      for (const text of given) expect(amountIn(text, currency), text).toBe(Math.abs(amount))
    }
  }
})
