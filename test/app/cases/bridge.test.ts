import { beforeEach, describe, expect, test } from 'vitest'
import { giveConsent, withdrawConsent } from '#domain/cases/operations/consent.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { supportOf } from '#domain/cases/operations/trade.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import {
  type BookAnswer,
  type CaseWish,
  type Going,
  askForCase,
  askLater,
  handOver,
  supportRead,
  takeBack,
  waitingIn,
} from '#src/app/cases/bridge.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import type { Support } from '#domain/grants/support.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

/* A Monday is the ninth of November; the team talks with people in the week before. */

const sokha = 'a0000000-0000-8000-8000-000000000001'
const pot = 'ba000000-0000-8000-8000-000000000001'
const noMarks = { fund: [], team: [] }

let team: ReturnType<typeof caseTeam>
let desk: AtDesk
let codes: string[]
let numbers = 0

const on = (today: string): ActNeeds => ({ ...team.needs, today })
const signs = 'ZABCDEFGH'
const codeFor = ({ going }: Going): string => `S-AAAAAAA${signs[Number(going.id[7])]}`
const ids = (): string => `0000000${(numbers += 1)}-0000-7000-8000-000000000000`

const source = (amounts: readonly number[]): GrantSource =>
  ({
    scope: pot,
    currencyOf: () => 'KHR',
    supports: amounts.map((amount) => ({ amount })),
  }) as unknown as GrantSource

const wish = (more: Partial<CaseWish> = {}): CaseWish => ({
  kind: 'reintegration',
  sum: 'KHR-300000',
  windowId: 'transport',
  parts: 1,
  withChildren: false,
  checker: 'another',
  marks: noMarks,
  ...more,
})

const ask = (code: string, more: Partial<CaseWish> = {}, today = '2026-11-03') =>
  askForCase(on(today), desk, { code, source: source([300_000]), asked: wish(more) })

const { marks, checker, parts, windowId, kind, withChildren } = wish()
const others = { marks, checker, parts, windowId, kind, withChildren }
const anybody = { amount: 300_000, isSurvivors: false, memberId: '', isAdult: true } as const
const said = { reason: 'to see the aunt', way: 'cash', supplier: '', mentor: '' } as const

/** Somebody of no case, for whom the team asks as well. */
const askForAnybody = (today: string) =>
  askLater(on(today), { asker: sokha, scope: pot, asks: { ...others, ...anybody, ...said } })

const sentOn = async (
  today: string,
  answer: (line: Going) => BookAnswer = (line) => ({ code: codeFor(line) }),
) => {
  const sent: Going[] = []
  const count = await handOver(on(today), ids, async (line) => {
    sent.push(line)
    return answer(line)
  })
  return { sent, count }
}

const stateIn = async (code: string) => {
  const { file } = (await caseOf(team.needs, desk, code))!
  return supportOf(file).map(({ value }) => value)
}

beforeEach(async () => {
  team = caseTeam()
  numbers = 0
  desk = await team.worker(sokha)
  codes = []
  for (let n = 0; n < 2; n += 1) {
    const { code } = await openCase(team.needs, desk, firstTalk)
    const yes = { purpose: 'support', receiver: 'the fund', fields: [], how: 'spoken' }
    await act(team.needs, desk, { code, operation: giveConsent, said: yes })
    codes.push(code)
  }
})

describe('what a case asks of a fund', () => {
  test('waits until Monday, goes over with all else and under an id of that day, and its code stands in the case alone', async () => {
    const [first, second] = codes as [string, string]
    expect((await ask(first)).outcome).toBe('recorded')
    expect((await ask(second)).outcome).toBe('recorded')
    await askForAnybody('2026-11-04')
    for (const day of ['2026-11-03', '2026-11-07', '2026-11-10'])
      expect((await sentOn(day)).count).toBe(0)
    expect(numbers).toBe(0)
    const { sent } = await sentOn('2026-11-16')
    expect(sent.map(({ isOfCase }) => isOfCase).toSorted()).toEqual([false, true, true])
    expect(new Set(sent.map(({ going }) => going.on))).toEqual(new Set(['2026-11-16']))
    // In none of them stands a case.
    for (const line of sent)
      for (const code of codes) expect(JSON.stringify(line)).not.toContain(code)
    expect(await waitingIn(on('2026-11-16'))).toEqual([])
    await supportRead(on('2026-11-16'), desk, { code: first, standing: () => undefined })
    const [asked] = await stateIn(first)
    expect(asked).toMatchObject({ state: 'batched', scope: pot })
    const own = sent.find((line) => codeFor(line) === asked!.supportCode)!
    expect(own.isOfCase).toBe(true)
  })

  test('goes over in an order of chance, not in that of asking', async () => {
    const orders = new Set<string>()
    for (let n = 0; n < 12; n += 1) {
      for (const code of codes) await ask(code)
      await askForAnybody('2026-11-03')
      const asked = (await waitingIn(on('2026-11-09'))).map(({ wish: one }) => one)
      const { sent } = await sentOn('2026-11-09')
      orders.add(sent.map((line) => asked.indexOf(line.wish)).join(''))
    }
    // Six orders there are; that twelve draws give one alone has a chance of one in 300 million.
    expect(orders.size).toBeGreaterThan(1)
  })

  test('is a sum that others there have, and no other', async () => {
    const [code] = codes as [string]
    expect(await ask(code, { sum: 'KHR-400000' })).toMatchObject({ code: 'sum-of-nobody' })
    expect(await stateIn(code)).toEqual([])
    expect(await waitingIn(team.needs)).toEqual([])
  })

  test('is no sum of a window in another currency, though its number is the same', async () => {
    const [code] = codes as [string]
    const inDollars = { windowId: 'dollars', sum: 'USD-30000' } as const
    const two = {
      ...source([]),
      currencyOf: (windowId: string) => (windowId === 'dollars' ? 'USD' : 'KHR'),
      supports: [
        { windowId: 'transport', amount: 30_000 },
        { windowId: 'dollars', amount: 2_500 },
      ],
    } as unknown as GrantSource
    const asked = (more: Partial<CaseWish>) =>
      askForCase(on('2026-11-03'), desk, { code, source: two, asked: wish(more) })
    expect(await asked(inDollars)).toMatchObject({ code: 'sum-of-nobody' })
    expect(await asked({ ...inDollars, sum: 'USD-2500' })).toMatchObject({ outcome: 'recorded' })
  })
})

describe('what waits for a fund', () => {
  test('is the same command when handing over was cut off half-way', async () => {
    for (const code of codes) await ask(code)
    await askForAnybody('2026-11-03')
    const sent: string[] = []
    const cut = handOver(on('2026-11-09'), ids, async ({ going }) => {
      sent.push(going.id)
      if (sent.length === 2) throw new Error('the power is gone')
      return { code: 'S-AAAAAAAA' }
    })
    await expect(cut).rejects.toThrow('the power is gone')
    const { sent: later } = await sentOn('2026-11-10')
    expect(later.map(({ going }) => going.id)).toContain(sent[1])
    expect(later.every(({ going }) => going.on === '2026-11-09')).toBe(true)
    expect(later).toHaveLength(2)
    expect(numbers).toBe(3)
  })

  test('goes on waiting when something else is written into its case', async () => {
    const [first, second] = codes as [string, string]
    await ask(first)
    await ask(second)
    await askForAnybody('2026-11-03')
    const task = { what: 'visit her', dueOn: '2026-12-01', whose: 'worker' }
    const told = await act(on('2026-11-04'), desk, { code: first, operation: addTask, said: task })
    expect(told.outcome).toBe('recorded')
    expect((await sentOn('2026-11-09')).count).toBe(3)
  })

  test('goes away with the yes to it, with the case, and when it is taken back', async () => {
    const [first, second] = codes as [string, string]
    await ask(first)
    await ask(second)
    const { file } = (await caseOf(team.needs, desk, first))!
    const yes = file.lists['consents']!.at(-1)!
    const taken = { item: yes.item, seen: yes.version }
    await act(on('2026-11-04'), desk, { code: first, operation: withdrawConsent, said: taken })
    expect(await waitingIn(team.needs)).toHaveLength(1)
    await supportRead(on('2026-11-04'), desk, { code: first, standing: () => undefined })
    expect((await stateIn(first))[0]).toMatchObject({ state: 'answered', refusal: 'taken-back' })
    await ask(second)
    const again = supportOf((await caseOf(team.needs, desk, second))!.file)[1]!.item
    expect((await takeBack(on('2026-11-05'), desk, { code: second, item: again })).outcome).toBe(
      'recorded',
    )
    expect((await stateIn(second)).map(({ state }) => state)).toEqual(['asked', 'answered'])
    // Another's cannot be taken back, nor what has gone over.
    expect(await takeBack(on('2026-11-05'), desk, { code: second, item: again })).toMatchObject({
      code: 'not-waiting',
    })
    await eraseCase(on('2026-11-05'), desk, second)
    expect(await waitingIn(team.needs)).toEqual([])
  })
})

describe('what went over', () => {
  test('of a case is kept until the case has read it, however much else goes over with it', async () => {
    const [first] = codes as [string]
    await ask(first)
    for (let n = 0; n < 34; n += 1) await askForAnybody('2026-11-03')
    expect(await waitingIn(on('2026-11-09'))).toHaveLength(35)
    const { count } = await sentOn('2026-11-09', () => ({ code: 'S-AAAAAAAA' }))
    expect(count).toBe(35)
    await supportRead(on('2026-11-09'), desk, { code: first, standing: () => undefined })
    expect(await stateIn(first)).toMatchObject([{ state: 'batched', supportCode: 'S-AAAAAAAA' }])
  })

  test('is answered in the case when the fund has given it, or said no', async () => {
    const [first, second] = codes as [string, string]
    await ask(first)
    await ask(second)
    await askForAnybody('2026-11-03')
    await sentOn('2026-11-09', ({ isOfCase, going }) =>
      isOfCase && going.id.startsWith('00000001')
        ? { refusal: 'already-helped' }
        : { code: 'S-AAAAAAAA' },
    )
    const paid = (amount: number) =>
      ({ amount: 300_000, state: 'approved', paid: [{ amount }] }) as unknown as Support
    for (const code of codes) {
      await supportRead(on('2026-11-20'), desk, { code, standing: () => paid(100_000) })
      await supportRead(on('2026-12-20'), desk, { code, standing: () => paid(300_000) })
    }
    const answers = (await Promise.all(codes.map(stateIn))).flat()
    for (const { state, answer, refusal } of answers)
      expect([state, answer]).toEqual(['answered', refusal === undefined ? 'given' : 'not-given'])
  })
})

test('what waits lies in leaves whose number and age tell nothing of it', async () => {
  const count = async () => (await team.leaves.ids(undefined, 1000)).length
  const before = await count()
  const [code] = codes as [string]
  await ask(code)
  // The case has grown by nothing, and neither has the outbox.
  expect(await count()).toBe(before)
  const copy = async () => team.leaves.read(await team.leaves.ids(undefined, 1000))
  const first = await copy()
  const tomorrow = { ...team.needs, clock: () => '2026-11-03T03:00:00.000Z' }
  await act({ ...tomorrow, today: daysAfter('2026-11-02', 1) }, desk, {
    code,
    operation: giveConsent,
    said: { purpose: 'contact', receiver: 'her aunt', fields: [], how: 'spoken' },
  })
  const second = await copy()
  const stayed = [...second].filter(([id, sealed]) => {
    const old = first.get(id)
    return old !== undefined && Buffer.from(old).equals(Buffer.from(sealed))
  })
  // The keys of the team and who they are stay; of the outbox nothing does.
  expect(stayed.length).toBeLessThanOrEqual(3)
})
