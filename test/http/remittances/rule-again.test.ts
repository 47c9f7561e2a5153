import { expect, test } from 'vitest'
import { amountIn } from '#src/desk/entered.ts'
import { prefilledRule } from '#src/http/remittances/sender-forms.ts'

const ruleOf = (fixed: number) => ({
  rules: [
    {
      parts: [
        { use: 'school', reference: 'RF18539007547034', fixed },
        { use: 'home', reference: 'RF04539007547035', shares: 2 },
      ],
    },
  ],
})

test('who changes a rule finds the sum of before in it as it is typed, in dollars as in riel', () => {
  for (const currency of ['KHR', 'USD'] as const) {
    const fields = prefilledRule({ sender: ruleOf(50_00) as never, currency })
    expect(amountIn(fields['fixed-1']!, currency)).toBe(50_00)
    expect(fields).toMatchObject({ 'shares-1': '', 'fixed-2': '', 'shares-2': '2' })
  }
})
