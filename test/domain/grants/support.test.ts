import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import type { GrantAccount, GrantPosting } from '#domain/grants/support.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { atOnceMax } from '#domain/grants/kinds.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  booked,
  flagsOf,
  founded,
  openedOn,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'

const on = '2025-03-20'
const windowId = 'migration'
const code = 'S-AAAA2222'
const officers = ['m1', 'm2', 'm3', 'm4', 'm5']
const begun: readonly StoryCommand[] = [
  founded({
    opening: { cash: 5_000_000, reserve: 3_000_000, windows: [{ windowId, amount: 2_000_000 }] },
  }),
  ...officers.map((memberId) => admitted(memberId)),
  ...officers.map((memberId, i): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: openedOn,
    memberId,
    office: (['chair', 'record-keeper', 'box-keeper', 'counter', 'committee'] as const)[i]!,
  })),
  admitted('m6'),
]

const asked = (more: object = {}): StoryCommand => ({
  type: 'AskForSupport',
  effectiveOn: on,
  code,
  windowId,
  amount: 400_000,
  parts: 2,
  broughtBy: 'fund',
  fileHash: 'a'.repeat(64),
  ...more,
})
type Step = 'checked' | 'turned-down' | 'conditions-met' | 'closed'
const step = (what: Step, more: object = {}): StoryCommand => ({
  type: 'TakeSupportStep',
  effectiveOn: on,
  code,
  step: what,
  ...more,
})
const voted = (yes = 4, more: object = {}): StoryCommand => ({
  type: 'DecideSupport',
  effectiveOn: on,
  code,
  ballot: {
    by: 'officers',
    votes: officers.slice(0, 4).map((memberId, i) => ({ memberId, vote: i < yes ? 'yes' : 'no' })),
    recused: [],
    confirmedBy: 'm1',
  },
  ...more,
})
const ratified = (yes: number): StoryCommand => ({
  type: 'DecideSupport',
  effectiveOn: '2025-04-20',
  code,
  ballot: {
    by: 'meeting',
    hands: { present: 6, yes, no: 6 - yes },
    recused: [],
    confirmedBy: 'm1',
  },
})
const atOnce: StoryCommand = { type: 'AwardAtOnce', effectiveOn: on, code, officers: ['m1', 'm2'] }
const part = (amount: number, more: object = {}): StoryCommand => ({
  type: 'RecordSupportPart',
  effectiveOn: on,
  code,
  amount,
  ...more,
})
const after = (...told: readonly StoryCommand[]) => villageAfter([...begun, ...told])
const stateOf = (...told: readonly StoryCommand[]) => after(...told).supports.get(code)!.state

test('a grant is asked for, looked at by a second person, voted on, and paid in parts', () => {
  const village = after(
    asked(),
    step('checked'),
    voted(),
    part(200_000),
    step('conditions-met'),
    part(200_000, { from: 'bank' }),
  )
  expect(village.supports.get(code)).toMatchObject({ state: 'approved', conditionsMetOn: on })
  expect(booked(village, 'liability:grant-window:migration')).toBe(-1_600_000)
  expect(booked(village, 'asset:bank')).toBe(-200_000)
  expect(booked(village, 'asset:cash-box')).toBe(4_800_000)
})

test('nobody votes on what nobody has looked at, nor twice', () => {
  expect(answerTo(after(asked()), voted())).toMatchObject({ code: 'not-checked' })
  expect(answerTo(after(asked(), step('checked'), voted()), voted())).toMatchObject({
    code: 'already-decided',
  })
  expect(answerTo(after(asked(), step('turned-down')), voted())).toMatchObject({
    code: 'already-decided',
  })
  expect(stateOf(asked(), step('checked'), voted(2))).toBe('refused')
})

test('a window promises no more than it holds, to whomever it was promised first', () => {
  const other = { code: 'S-BBBB2222', amount: 1_800_000 }
  const promised = after(
    asked(other),
    step('checked', { code: other.code }),
    voted(4, {
      code: other.code,
      ballot: {
        by: 'meeting',
        hands: { present: 6, yes: 6, no: 0 },
        recused: [],
        confirmedBy: 'm1',
      },
    }),
    asked(),
    step('checked'),
  )
  expect(answerTo(promised, voted())).toMatchObject({ code: 'window-too-small' })
  expect(answerTo(promised, atOnce)).toMatchObject({ code: 'window-too-small' })
})

test('what was paid is a fact, and what it breaks is told', () => {
  expect(flagsOf(answerTo(after(asked()), part(100)))).toEqual(['paid-without-decision'])
  const approved = [asked(), step('checked'), voted()]
  expect(flagsOf(answerTo(after(...approved), part(400_000)))).toEqual(['conditions-open'])
  expect(flagsOf(answerTo(after(...approved, step('conditions-met')), part(400_000)))).toEqual([])
  expect(flagsOf(answerTo(after(...approved, step('conditions-met')), part(400_001)))).toEqual([
    'above-award',
  ])
  const meeting: StoryCommand = {
    type: 'OpenMeeting',
    effectiveOn: on,
    count: { amount: 5_000_000, isByNote: false },
  }
  const byTeam = after(meeting, asked({ broughtBy: 'team', parts: 1 }), step('checked'), voted())
  expect(flagsOf(answerTo(byTeam, part(400_000)))).toEqual(['paid-at-a-meeting'])
  const overspent = flagsOf(answerTo(after(...approved), part(2_000_001)))
  expect(overspent).toContain('window-overspent')
})

test('two officers help at once, and the next meeting says yes to it', () => {
  expect(stateOf(asked(), atOnce)).toBe('awarded-at-once')
  expect(stateOf(asked(), atOnce, part(400_000), ratified(5))).toBe('approved')
  expect(answerTo(after(asked(), atOnce), voted())).toMatchObject({
    code: 'the-meeting-must-vote',
  })
  expect(
    answerTo(after(asked({ amount: atOnceMax({ currency: 'KHR' }) + 1 })), atOnce),
  ).toMatchObject({
    code: 'above-at-once',
  })
  expect(
    answerTo(after(asked()), { ...atOnce, officers: ['m1', 'm6'] } as StoryCommand),
  ).toMatchObject({
    code: 'approver-not-an-officer',
  })
})

test('a meeting that says no claims nothing back: nothing moves, and no part follows without a mark', () => {
  const paid = after(asked(), atOnce, part(200_000))
  const body = bodyOf(answerTo(paid, ratified(1)))
  expect(body).toMatchObject({ outcome: 'not-ratified', postings: [] })
  const said = after(asked(), atOnce, part(200_000), ratified(1))
  expect(said.loans.size).toBe(0)
  expect(booked(said, 'asset:cash-box')).toBe(booked(paid, 'asset:cash-box'))
  expect(flagsOf(answerTo(said, part(200_000)))).toContain('paid-without-decision')
})

test('a grant can be ended at any time, and gives what it had not given back to its window', () => {
  const ended = after(asked(), step('checked'), voted(), part(100_000), step('closed'))
  expect(ended.supports.get(code)!.state).toBe('closed')
  const other = { code: 'S-BBBB2222', amount: 1_900_000 }
  const next = villageAfter([
    ...begun,
    asked(),
    step('checked'),
    voted(),
    part(100_000),
    step('closed'),
    asked(other),
    step('checked', { code: other.code }),
  ])
  const hands = { present: 6, yes: 6, no: 0 }
  const ballot = { by: 'meeting', hands, recused: [], confirmedBy: 'm1' }
  const vote = voted(4, { code: other.code, ballot })
  expect(answerTo(next, vote)).toMatchObject({ outcome: 'recorded' })
})

test('nothing can be asked of a window before it begins or after it has ended', () => {
  const terms: StoryCommand = {
    type: 'SetWindowTerms',
    effectiveOn: on,
    windowId,
    from: '2025-04-01',
    until: '2025-06-30',
    lines: [
      { kind: 'papers', amount: 100_000 },
      { kind: 'school', amount: 100_000 },
    ],
    unspent: 'given-back',
  }
  const told = after(terms)
  expect(answerTo(told, asked())).toMatchObject({ code: 'window-not-open' })
  expect(answerTo(told, asked({ effectiveOn: '2025-05-01' }))).toMatchObject({
    outcome: 'recorded',
  })
  const alone = { ...terms, lines: [{ kind: 'papers', amount: 100_000 }] } as StoryCommand
  // A window for one purpose would tell of each of its grants what it is for.
  expect(answerTo(after(), alone)).toMatchObject({ code: 'fewer-than-two-lines', at: '/lines' })
})

test('a part that was written down wrongly is taken back, from the grant and from the books', () => {
  const id = '00000000-0000-7000-8000-0000000000aa'
  const told = [asked(), step('checked'), voted(), { ...part(200_000), id }] as const
  const back: StoryCommand = {
    type: 'ReverseEntry',
    effectiveOn: on,
    reverses: id,
    reason: 'did-not-happen',
    approvedBy: 'm2',
  }
  const village = after(...told, back)
  expect(village.supports.get(code)!.paid).toEqual([])
  expect(booked(village, 'liability:grant-window:migration')).toBe(-2_000_000)
})

test('no money of a grant can be booked as a loan, a saving or a debt of anybody: it does not compile', () => {
  expectTypeOf<Extract<`asset:loan:${string}`, GrantAccount>>().toEqualTypeOf<never>()
  expectTypeOf<Extract<`liability:savings:${string}`, GrantAccount>>().toEqualTypeOf<never>()
  expectTypeOf<Posting>().not.toExtend<GrantPosting>()
})

/** What happens to a window of 2,000,000: any sum, or all that is left in it and one riel more. */
const moves = fc
  .array(
    fc.record({
      is: fc.constantFrom('gift' as const, 'part' as const, 'back' as const),
      any: fc.integer({ min: 1, max: 900_000 }),
      beyond: fc.constantFrom(undefined, undefined, 0, 1),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    let left = 2_000_000
    return all.map(({ is, any, beyond }) => {
      const amount = beyond === undefined || is === 'gift' ? any : Math.max(left + beyond, 1)
      const isTooMuch = is !== 'gift' && amount > left
      left += is === 'gift' ? amount : -amount
      return { is, amount, isTooMuch }
    })
  })

const moved = (is: 'gift' | 'part' | 'back', amount: number, effectiveOn: string): StoryCommand => {
  if (is === 'part') return part(amount, { effectiveOn })
  return {
    type: is === 'gift' ? 'RecordDonation' : 'ReturnDonation',
    effectiveOn,
    windowId,
    amount,
  }
}

test('whatever is asked, voted, paid and given back: no loan, no saving, and received = spent + held', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const told = all.map(({ is, amount }, i) => moved(is, amount, `2025-0${4 + (i % 5)}-10`))
      const { village, entries } = storyOf([...begun, asked(), step('checked'), voted(), ...told])
      const sum = (kind: string): number =>
        all.reduce((so, { is, amount }) => (is === kind ? so + amount : so), 0)
      const held = -booked(village, 'liability:grant-window:migration')
      expect(2_000_000 + sum('gift')).toBe(sum('part') + sum('back') + held)
      expect(village.loans.size + village.savings.size).toBe(0)
      for (const [i, { isTooMuch }] of all.entries()) {
        const flags: readonly string[] = entries.at(i - all.length)!.body.flags
        expect(flags.includes('window-overspent')).toBe(isTooMuch)
      }
      const accounts = entries
        .filter(({ body }) => /^(Support|Donation)/.test(body.type))
        .flatMap(({ body }) => body.postings.map(({ account }) => account))
      for (const account of accounts)
        expect(account).toMatch(/^(asset:(cash-box|bank|wallet)|liability:grant-window:migration)$/)
    }),
  )
})
