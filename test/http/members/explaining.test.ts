import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { chairsWord, check, lending, written } from '#test/http/lending/at-lending.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

type Lending = Awaited<ReturnType<typeof lending>>

/** An old book that says 45,000 more than the box holds, which the meeting has agreed to look for. */
const withUnexplained = async (): Promise<Lending> => {
  const at = await lending()
  const envelope = () => ({ id: at.needs.ids(), v: 1, effectiveOn: practiceDay })
  const { memberId } = at.keeper
  const saved = { ...envelope(), type: 'TakeOverSavings', memberId, amount: 45_000 }
  const keeper = await at.as('record-keeper')
  await send(at, commandsPath(at), { token: keeper, commands: [saved] })
  const votes = { present: 50, yes: 45, no: 0 }
  const settled = { ...envelope(), type: 'SettleTakeOver', amount: -45_000, votes }
  const approvals = [{ login: practiceKeeper.login, secret: practiceKeeper.pin }]
  const chair = await at.as('chair')
  const [answer] = await send(at, commandsPath(at), {
    token: chair,
    commands: [{ ...settled, confirmedBy: memberId, approvals }],
  })
  expect(answer).toMatchObject({ outcome: 'recorded' })
  return at
}

const textOf = async (at: Lending, path: string): Promise<string> =>
  pageText((await at.page(path)).html)

test('the committee chooses who looks for it and by when, and the statement tells each time that more was given', async () => {
  const at = await withUnexplained()
  expect(await textOf(at, 'old-book')).toContain('Who answers for it: Record-keeper.')
  const typed = {
    office: 'chair',
    dueOn: daysAfter(practiceDay, 30),
    why: 'papers-sought',
    approvedBy: at.chair.memberId,
  }
  const tooFar = await check(at, `explaining?fund=${at.fundId}`, {
    ...typed,
    dueOn: daysAfter(practiceDay, 91),
  })
  expect(tooFar.status).toBe(409)
  expect(pageText(tooFar.html)).toContain('Nobody gets more than 90 days at once')
  const task = `explaining?fund=${at.fundId}`
  await written(at, task, { ...typed, ...chairsWord })
  const later = { ...typed, dueOn: daysAfter(practiceDay, 60), why: 'people-away' }
  const again = await check(at, task, later)
  expect(pageText(again.html)).toContain('This gives more time than before.')
  await written(at, task, { ...later, ...chairsWord })
  expect(await textOf(at, 'old-book')).toContain('Who answers for it: Chair.')
  const statement = await textOf(at, 'statements/unexplained')
  expect(statement).toContain('Why: papers are being looked for.')
  expect(statement).toMatch(/Put off on .*Why: people who must be asked are away/)
  expect(statement).toContain('Who answers for it: the chair.')
})
