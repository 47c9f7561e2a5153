import { expect, test } from 'vitest'
import { amountMax } from '#domain/kernel/money.ts'
import { bookOf } from '#src/app/queries.ts'
import { practice } from '#test/support/service.ts'

/* Sums beyond any village are refused before they leave the numbers that a book counts with exactly. */

type Answered = { readonly answers: readonly { outcome: string; code?: string }[] }

test('as much as no book holds is refused, and everything after it is answered as ever', async () => {
  const village = await practice()
  const { needs, fundId } = village
  const [keeper, chair] = [await village.as('record-keeper'), await village.as('chair')]
  const { members } = (await bookOf(needs.store, fundId))!
  const { memberId } = members.find(({ card }) => card === 'M07')!
  const sent = async (token: string, commands: readonly object[]) => {
    const envelope = () => ({ id: needs.ids(), v: 1, effectiveOn: '2025-12-31' })
    const json = { commands: commands.map((one) => ({ ...envelope(), ...one })) }
    const answer = await village.ask(`/v1/funds/${fundId}/commands`, { token, json })
    expect(answer.status).toBe(200)
    return ((await answer.json()) as Answered).answers.map(({ outcome, code }) => code ?? outcome)
  }
  const deposit = (amount: number) => ({ type: 'RecordDeposit', memberId, amount })
  const absurd = await sent(
    keeper,
    Array.from({ length: 500 }, () => deposit(amountMax)),
  )
  expect(new Set(absurd)).toContain('recorded')
  expect(absurd.at(-1)).toBe('more-than-books-hold')
  expect(await sent(keeper, [deposit(5000), deposit(amountMax)])).toEqual([
    'recorded',
    'more-than-books-hold',
  ])
  const count = { type: 'CloseMeeting', count: { amount: 13_000_000, isByNote: true } }
  expect(['recorded', 'flagged']).toContain((await sent(chair, [count]))[0])
  expect(await sent(keeper, [deposit(5000)])).toEqual(['recorded'])
  for (const path of ['reports/findings?asOf=2025-12-31', 'reports/health?asOf=2025-12-31'])
    expect((await village.ask(`/v1/funds/${fundId}/${path}`, { token: chair })).status).toBe(200)
})
