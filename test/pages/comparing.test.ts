import { expect, test } from 'vitest'
import { pastedIn } from '#src/pages/comparing/typed.ts'

const rows = [
  { memberId: 'm2', card: 'M02' },
  { memberId: 'm3', card: 'M03' },
]
const taken = (text: string) => {
  const { filled, left } = pastedIn(rows, text)
  return { filled: Object.fromEntries(filled), left }
}

test('the first line of a sheet may name its columns; any later one without a digit is shown as not taken', () => {
  expect(taken('card,saved,left\nM02,500,0')).toEqual({
    filled: { 'r0-savings': '500', 'r0-loan': '0' },
    left: [],
  })
  expect(taken('M02,500,0\nand so on').left).toEqual(['and so on'])
})

test('two thousand lines of a sheet are looked up, and what stands further on is shown as not taken', () => {
  const sheet = (before: number): string => `${'X99,1,1\n'.repeat(before)}M03,700,\nM02,500,`
  expect(taken(sheet(1998))).toMatchObject({
    filled: { 'r1-savings': '700', 'r0-savings': '500' },
  })
  const { filled, left } = taken(sheet(1999))
  expect([filled, left.at(-1)]).toEqual([{ 'r1-savings': '700' }, 'M02,500,'])
})
