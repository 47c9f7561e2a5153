import { expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { practice } from '#test/support/service.ts'

/* Whoever tries another officer's secret, or what a rule says, leaves a line, however it is sent. */

const begun = async () => {
  const village = await practice()
  const { needs, fundId } = village
  const token = await village.as('record-keeper')
  const secret = '730641'
  await village.ask('/v1/sessions/current/step-up', { token, json: { secret } })
  const book = (await bookOf(needs.store, fundId))!
  const chair = book.members.find(({ offices }) => offices.some((one) => one.office === 'chair'))!
  const end = {
    type: 'EndOffice',
    memberId: chair.memberId,
    office: 'chair',
    why: 'resigned',
    approvedBy: chair.memberId,
    approvals: [{ login: practiceSecond.login, secret: '000000' }],
  }
  const saving = { type: 'RecordDeposit', memberId: chair.memberId, amount: 100 }
  const sent = async (query: string, commands: readonly object[]) => {
    const known = new Set((await needs.store.activities(fundId, { limit: 500 })).map(idOf))
    const envelope = () => ({ id: needs.ids(), v: 1, effectiveOn: '2025-12-31' })
    const json = { commands: commands.map((one) => ({ ...envelope(), ...one })) }
    await village.ask(`/v1/funds/${fundId}/commands${query}`, { token, json })
    const lines = await needs.store.activities(fundId, { limit: 500 })
    const news = lines.filter((line) => !known.has(idOf(line)))
    return news.map(({ action, outcome }) => `${action} ${outcome}`).toSorted()
  }
  return { sent, end, saving }
}

const idOf = ({ activityId }: { readonly activityId: string }): string => activityId

test('a wrong secret of another officer leaves its line also where all is written or nothing', async () => {
  const { sent, end } = await begun()
  expect(await sent('', [end])).toEqual(['EndOffice refused'])
  expect(await sent('?atomic=true', [end])).toEqual(['EndOffice refused'])
})

test('what was stopped by another act beside it was tried, and nothing was done', async () => {
  const { sent, end, saving } = await begun()
  expect(await sent('?atomic=true', [saving, end])).toEqual([
    'EndOffice refused',
    'RecordDeposit tried',
  ])
  expect(await sent('?atomic=true', [saving])).toEqual(['RecordDeposit done'])
})

test('a list that is tried without writing is one line', async () => {
  const { sent, saving } = await begun()
  expect(await sent('?dryRun=true', [saving, saving])).toEqual(['commands tried'])
})
