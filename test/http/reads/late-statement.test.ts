import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import { practice } from '#test/support/service.ts'

test('a program that reads a member’s statement hears what came after the year was closed, as the page tells it', async () => {
  const { needs, fundId, as, ask, pass } = await practice()
  pass(10 * 86_400_000)
  const { members } = (await bookOf(needs.store, fundId))!
  const { memberId, card } = members.find(({ isFormer }) => !isFormer)!
  const commands = [
    { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
    { type: 'RecordDeposit', effectiveOn: '2025-12-20', memberId, amount: 7_000 },
  ].map((one) => ({ ...one, id: needs.ids(), v: 1 }) as unknown as Command)
  const answers = await needs.record(fundId, commands, { actor: 'test', device: 'test' })
  expect(answers.map(({ outcome }) => outcome)).not.toContain('refused')
  const token = await as('record-keeper')
  const read = await ask(`/v1/funds/${fundId}/members/${memberId}/statement?asOf=2026-01-09`, {
    token,
  })
  const { more } = (await read.json()) as {
    readonly more: readonly { readonly rows: readonly Record<string, unknown>[] }[]
  }
  expect(more[0]!.rows).toEqual([
    expect.objectContaining({ true_day: '2025-12-20', amount: -7_000, where: 'belongs-earlier' }),
  ])
  const page = await ask(`/funds/${fundId}/statements/member-statement?card=${card}`, { token })
  expect(await page.text()).toContain('7,000')
})
