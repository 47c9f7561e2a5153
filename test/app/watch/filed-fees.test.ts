import { beforeEach, expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { addCost } from '#domain/cases/operations/costs.ts'
import { setPerson } from '#domain/cases/operations/person.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { draftsWaiting, offerFee, takeFeeBack } from '#src/app/cases/fee-drafts.ts'
import { outboxOf } from '#src/app/cases/outbox.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import { fileFees } from '#src/app/watch/filed-fees.ts'
import { reportsIn } from '#src/app/watch/reports.ts'
import { tells } from '#test/http/cases/planted.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

/* A Monday is the ninth of November; fees are told in the week before. */

const sokha = 'a0000000-0000-8000-8000-000000000001'
const agency = 'b0000000-0000-8000-8000-00000000a9e0'
const [tuesday, friday, monday, nextMonday] = [
  '2026-11-03',
  '2026-11-06',
  '2026-11-09',
  '2026-11-16',
]

let team: ReturnType<typeof caseTeam>
let desk: AtDesk

const on = (today: string): ActNeeds => ({
  ...team.needs,
  today,
  clock: () => `${today}T03:00:00.000Z`,
})

const fileOn = (today: string): Promise<number> => fileFees(on(today))
const reports = () => reportsIn(team.needs)

/** A case in which 900,000 riel were paid for a passport, with a name that would be known again. */
const caseAbove = async (today = tuesday): Promise<string> => {
  const needs = on(today)
  const { code } = await openCase(needs, desk, firstTalk)
  const told = (operation: Parameters<typeof act>[2]['operation'], said: object) =>
    act(needs, desk, { code, operation, said })
  await told(setPerson, {
    ageBand: '25-34',
    sex: 'woman',
    language: 'khmer',
    name: 'Zqincase Sokunthea',
    seen: 1,
  })
  const paid = { heading: 'passport', sum: 901_234, currency: 'KHR', on: '2026-10-05' }
  const taken = await told(addCost, { ...paid, paidBy: 'family', hasReceipt: false })
  expect(taken.outcome).toBe('recorded')
  return code
}

const above = { item: 'passport', paid: 901_234, allowed: 400_000 } as const

const tell = (code: string, today = tuesday) =>
  offerFee(on(today), desk, { code, partyId: agency, aboveOf: () => above })

const itemOf = async (code: string): Promise<string> =>
  (await caseOf(team.needs, desk, code))!.file.lists['tellings']!.at(-1)!.item

beforeEach(async () => {
  team = caseTeam()
  desk = await team.worker(sokha)
})

test('a fee that was told with a yes is filed on the Monday of its batch: agency, heading, band and month', async () => {
  for (const code of [await caseAbove(), await caseAbove(), await caseAbove()])
    expect((await tell(code)).outcome).toBe('recorded')
  expect(await fileOn(friday)).toBe(0)
  expect(await reports()).toEqual([])
  expect(await fileOn(monday)).toBe(3)
  expect(await fileOn(monday)).toBe(0)
  const [one, ...more] = (await reports()).map(({ code: _c, seen: _s, ...report }) => report)
  expect(one).toEqual({
    is: 'report',
    on: monday,
    channel: 'cost-diary',
    kind: 'duty',
    about: '',
    text: '',
    month: '2026-10',
    fee: { partyId: agency, item: 'passport', band: 'up-to-five-times' },
    mayBeCounted: false,
    mayBeAsked: false,
    isFirst: true,
    hasReporter: false,
    evidence: [],
    custody: [{ on: monday, did: 'came' }],
    answers: [],
  })
  // Three of three cases, in every sign alike.
  expect(more).toEqual([one, one])
})

/** A visa too, for twice of what may be asked. */
const alsoVisa = async (code: string, today = tuesday) => {
  const paid = { heading: 'visa', sum: 800_000, currency: 'KHR', on: '2026-10-06' }
  const said = { ...paid, paidBy: 'family', hasReceipt: false }
  const taken = await act(on(today), desk, { code, operation: addCost, said })
  expect(taken.outcome).toBe('recorded')
  const visa = { item: 'visa', paid: 800_000, allowed: 400_000 } as const
  return offerFee(on(today), desk, { code, partyId: agency, aboveOf: () => visa })
}

test('one alone waits for two other people, however long that is', async () => {
  const code = await caseAbove()
  await tell(code)
  const mondays = Array.from({ length: 104 }, (_, week) => daysAfter(monday, 7 * week))
  for (const day of mondays) expect(await fileOn(day)).toBe(0)
  expect(await reports()).toEqual([])
  // It can be taken back as long as it waits.
  const item = await itemOf(code)
  expect(await takeFeeBack(on(nextMonday), desk, { code, item })).toMatchObject({
    outcome: 'recorded',
  })
})

test('three fees of one person are one person: they wait for two others', async () => {
  const [one, other] = [await caseAbove(), await caseAbove()]
  for (const code of [one, other]) {
    expect((await tell(code)).outcome).toBe('recorded')
    expect((await alsoVisa(code)).outcome).toBe('recorded')
  }
  expect(await fileOn(monday)).toBe(0)
  expect(await fileOn(nextMonday)).toBe(0)
  await tell(await caseAbove(nextMonday), nextMonday)
  expect(await fileOn(daysAfter(nextMonday, 7))).toBe(5)
})

test('nothing of a case is in what is filed, and nothing of what is filed in the case or in what waits', async () => {
  const codes = [await caseAbove(), await caseAbove(), await caseAbove()]
  for (const code of codes) await tell(code)
  const items = await Promise.all(codes.map(itemOf))
  expect(await fileOn(monday)).toBe(3)
  const filed = await reports()
  const watch = JSON.stringify(filed)
  const files = await Promise.all(codes.map(async (code) => caseOf(team.needs, desk, code)))
  const cases = JSON.stringify(files.map((one) => one!.file))
  for (const told of ['Zqincase', '901234', '901_234', '2026-10-05', sokha, ...codes, ...items])
    expect(watch, told).not.toContain(told)
  for (const told of [agency, 'up-to-five-times', ...filed.map(({ code }) => code)])
    expect(cases, told).not.toContain(told)
  expect((await outboxOf(team.needs)).lines).toEqual([])
})

test('no byte of the store tells a sign of either, while it waits and when it is filed', async () => {
  const codes = [await caseAbove(), await caseAbove(), await caseAbove()]
  for (const code of codes) await tell(code)
  const sought = ['Zqincase', agency, 'cost-diary', 'up-to-five-times', ...codes]
  const { leaves, keys } = team.needs
  const stored = async () => [...(await leaves.read(await leaves.ids(undefined, 10_000)))]
  const bytes = async (): Promise<Buffer> =>
    Buffer.concat((await stored()).map(([, sealed]) => Buffer.from(sealed)))
  const waiting = await bytes()
  expect(await fileOn(monday)).toBe(3)
  for (const all of [waiting, await bytes()])
    for (const one of sought) expect(tells(all, [one]), one).toBe(false)
  // With the secret of the service the same search finds what is filed, and still nothing of the cases it came from.
  const opened = await Promise.all(
    (await stored()).map(async ([id, sealed]) => (await keys.openHere(id, sealed)) ?? ''),
  )
  const plain = opened.map((one) => Buffer.from(one).toString('latin1')).join('\n')
  expect([tells(plain, [agency]), tells(plain, ['Zqincase'])]).toEqual([true, false])
})

test('what is taken back before it goes is filed nowhere; afterwards nobody finds it', async () => {
  const codes = [await caseAbove(), await caseAbove(), await caseAbove(), await caseAbove()]
  for (const code of codes) await tell(code)
  const item = await itemOf(codes[0]!)
  expect(await draftsWaiting(team.needs)).toContain(item)
  const back = await takeFeeBack(on(friday), desk, { code: codes[0]!, item })
  expect(back.outcome).toBe('recorded')
  expect(await fileOn(monday)).toBe(3)
  const late = { code: codes[1]!, item: await itemOf(codes[1]!) }
  expect(await takeFeeBack(on(monday), desk, late)).toMatchObject({ code: 'not-waiting' })
  // Of another case nobody takes anything back.
  expect(await takeFeeBack(on(friday), desk, { code: codes[2]!, item })).toMatchObject({
    code: 'not-waiting',
  })
})

test('a case that is erased, and a fee that is above nothing any more, tell nothing', async () => {
  const [one, other] = [await caseAbove(), await caseAbove()]
  await tell(one)
  await eraseCase(on(friday), desk, one)
  const nothing = { code: other, partyId: agency, aboveOf: () => undefined }
  expect(await offerFee(on(friday), desk, nothing)).toMatchObject({ code: 'fee-not-above' })
  expect(await fileOn(nextMonday)).toBe(0)
})

test('what was cut off while it was filed is filed once, and leads to no case any more', async () => {
  const codes = [await caseAbove(), await caseAbove(), await caseAbove()]
  for (const code of codes) await tell(code)
  const needs = on(monday)
  let writes = 0
  const leaves = {
    ...needs.leaves,
    change: (changes: Parameters<typeof needs.leaves.change>[0]) => {
      writes += 1
      if (writes === 4) throw new Error('the line is cut')
      return needs.leaves.change(changes)
    },
  }
  await expect(fileFees({ ...needs, leaves })).rejects.toThrow('cut')
  const items = await Promise.all(codes.map(itemOf))
  const left = JSON.stringify((await outboxOf(needs)).lines)
  for (const item of items) expect(left).not.toContain(item)
  expect(await fileFees(needs)).toBe(3)
  expect(await reports()).toHaveLength(3)
})
