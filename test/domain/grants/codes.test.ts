import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { isKnownTo } from '#domain/grants/files.ts'
import { supportMax } from '#domain/grants/kinds.ts'
import {
  type Support,
  type SupportState,
  endedForNothing,
  isAwarded,
  isGoingOn,
  paidOn,
  promisedOf,
  supportCode,
  supportCodeFrom,
} from '#domain/grants/support.ts'
import { supportAfter, supportWithout } from '#domain/grants/taking-in.ts'
import { faultIn } from '#domain/kernel/shape.ts'

const on = '2025-03-20'
const windowId = 'migration'
const code = 'S-AAAA2222'
const states: readonly SupportState[] = [
  'asked',
  'checked',
  'turned-down',
  'approved',
  'refused',
  'awarded-at-once',
  'not-ratified',
  'closed',
]

const grant = (state: SupportState, amount: number, ...paid: readonly number[]): Support => ({
  code: `${state} ${amount}`,
  windowId,
  amount,
  parts: 2,
  broughtBy: 'fund',
  fileHash: 'a'.repeat(64),
  askedOn: on,
  state,
  paid: paid.map((sum, i) => ({ entryId: `e${i}`, on, amount: sum })),
})

test('a state is open to money, still going on, or over', () => {
  const of = (test: (one: Support) => boolean) => states.filter((state) => test(grant(state, 1)))
  expect(of(isAwarded)).toEqual(['approved', 'awarded-at-once'])
  expect(of(isGoingOn)).toEqual(['asked', 'checked', 'approved', 'awarded-at-once'])
  expect(of(endedForNothing)).toEqual(['turned-down', 'refused', 'not-ratified', 'closed'])
  expect(endedForNothing(grant('closed', 5, 1))).toBe(false)
  expect(paidOn(grant('closed', 5, 1, 3))).toBe(4)
})

test('what is promised is what open grants of the window still get, and never less than nothing', () => {
  const supports = [
    grant('approved', 100, 30),
    grant('awarded-at-once', 50),
    grant('approved', 10, 40),
    grant('checked', 1_000),
    grant('closed', 1_000),
    { ...grant('approved', 7), windowId: 'other' },
  ]
  expect(promisedOf(supports, windowId)).toBe(120)
  expect(promisedOf(supports, 'other')).toBe(7)
})

test('parts stand by day and entry, and one that is taken out leaves the others', () => {
  const pay = (before: Support, id: string, day: string) =>
    supportAfter(
      before,
      {
        type: 'SupportPartPaid',
        v: 1,
        code,
        windowId,
        amount: 1,
        from: 'box',
        flags: [],
        postings: [],
      },
      { id, on: day },
    )
  const paid = [
    ['e3', '2025-03-21'],
    ['e2', '2025-03-20'],
    ['e1', '2025-03-21'],
  ].reduce((all, [id, day]) => pay(all, id!, day!), grant('approved', 9))
  const ids = (one: Support) => one.paid.map(({ entryId }) => entryId).join(' ')
  expect(ids(paid)).toBe('e2 e1 e3')
  expect(ids(supportWithout(paid, 'e1'))).toBe('e2 e3')
})

const isSupportCode = (sent: unknown): boolean =>
  faultIn({ code: supportCode }, { code: sent }) === undefined

test('a code has eight signs that nobody takes for another one', () => {
  const codes = [0n, 1n, 30n, 31n, 2n ** 128n - 1n].map((n) => supportCodeFrom(n.toString(16)))
  expect(codes.slice(0, 4)).toEqual(['S-AAAAAAAA', 'S-BAAAAAAA', 'S-9AAAAAAA', 'S-ABAAAAAA'])
  expect(codes.every(isSupportCode)).toBe(true)
  for (const wrong of ['S-AAAA222', 'S-AAAA22222', 'S-AAAAI222', 'S-AAAA0222', 's-AAAA2222', 7])
    expect(isSupportCode(wrong)).toBe(false)
})

test('children on the way home are fed on both kinds of return and on no other', () => {
  const max = (kind: Parameters<typeof supportMax>[1]['kind'], withChildren: boolean) =>
    supportMax(defaultCharter, { kind, withChildren })
  expect([max('safe-return', true), max('safe-return', false)]).toEqual([500_000, 300_000])
  expect([max('emergency-return', true), max('emergency-return', false)]).toEqual([
    500_000, 300_000,
  ])
  expect([max('passport', true), max('reintegration', true)]).toEqual([400_000, 1_200_000])
})

test('a file opens to who asked and to who was named to check, and to nobody else', () => {
  const ofTeam = { asker: 'u1', checker: 'u2' }
  const ofFund = { asker: 'u1', checker: 'm2' }
  const who = (userId: string, memberId?: string) => ({ userId, memberId })
  expect(
    [who('u1'), who('u2'), who('u3'), who('u3', 'u1')].map((one) => isKnownTo(ofTeam, one)),
  ).toEqual([true, true, false, false])
  expect(
    [who('u1', 'm1'), who('u9', 'm2'), who('u9', 'm3'), who('u9')].map((one) =>
      isKnownTo(ofFund, one),
    ),
  ).toEqual([true, true, false, false])
})
