import { expect, test } from 'vitest'
import { balanceIn, lineText } from '#src/cli/importing-bank.ts'

const line = {
  row: 5,
  on: '2025-12-15',
  words: '',
  reference: '',
  balance: undefined,
  mark: 'm',
  kind: 'unknown',
  choices: [],
} as const

test('a terminal takes a balance and tells a line as the list has them, in dollars as in riel', () => {
  for (const [typed, currency, balance] of [
    ['1250', 'KHR', 1250],
    ['1250', 'USD', 125_000],
    ['1250.50', 'USD', 125_050],
    ['0.25', 'THB', 25],
    ['0', 'USD', 0],
  ] as const) {
    expect([typed, balanceIn(typed, currency)]).toEqual([typed, balance])
    expect(
      balanceIn(lineText({ ...line, amount: balance }, currency).split('  ')[2]!, currency),
    ).toBe(balance)
  }
  for (const [typed, currency] of [
    ['1250.50', 'KHR'],
    ['1.255', 'USD'],
    ['-5', 'USD'],
    ['', 'KHR'],
    ['1,250', 'KHR'],
  ] as const)
    expect(() => balanceIn(typed, currency)).toThrow('say the balance in digits only')
})
