/* What is drawn of donors' windows and of the grants of them. */
import { bringers, supportSteps } from '#domain/grants/support.ts'
import { unspentRules } from '#domain/grants/terms.ts'
import { ballotOf, officerOf } from '#test/sim/ballots.ts'
import { type Draws, given } from '#test/sim/draws.ts'

const windows = ['safe-return', 'safe-return', 'safe-return', 'schooling'] as const
const codeOf = (n: number): string => `S-AAAAAAA${n}`
const aCode = (draws: Draws): string =>
  draws.happens(97) ? codeOf(draws.whole(2, 9)) : draws.one(['S-1', 'Sok Dara'])

/** A code that somebody has asked under, mostly the newest. */
const told = (draws: Draws) => draws.told('AskForSupport')
const soon = (draws: Draws, earlier: string | undefined) =>
  given('effectiveOn', earlier === undefined ? undefined : draws.after(earlier))

export const termsOf = (draws: Draws) => {
  const from = draws.day()
  const kinds = draws.happens(90)
    ? (['papers', 'school'] as const)
    : draws.one([['papers'] as const, ['papers', 'papers'] as const])
  return {
    windowId: draws.happens(95) ? draws.one(windows) : 'A window',
    from,
    until: draws.happens(90) ? draws.after(from) : '2025-01-01',
    lines: kinds.map((kind) => ({
      kind: draws.happens(90) ? kind : ('debt' as 'papers'),
      amount: 5000,
    })),
    unspent: draws.happens(80) ? draws.one(unspentRules) : ('spent' as 'given-back'),
  }
}

export const askedOf = (draws: Draws) => ({
  code: aCode(draws),
  windowId: draws.happens(97) ? draws.one(windows) : 'A window',
  amount: draws.happens(80) ? draws.amount() : draws.one([0, 9_000_000, 9_000_000]),
  parts: draws.happens(97) ? draws.one([1, 2, 3]) : 0,
  broughtBy: draws.one(bringers),
  fileHash: draws.happens(97) ? 'd'.repeat(64) : 'none',
})

export const stepOf = (draws: Draws) => {
  const asked = told(draws)
  return {
    ...soon(draws, asked?.effectiveOn),
    code: draws.happens(95) ? (asked?.code ?? codeOf(2)) : codeOf(9),
    step: draws.happens(70) ? ('checked' as const) : draws.one(supportSteps),
  }
}

export const decidedOf = (draws: Draws) => {
  const seen = draws.told('TakeSupportStep', 'AwardAtOnce')
  return {
    ...soon(draws, seen?.effectiveOn),
    code: draws.happens(90) ? (seen?.code ?? codeOf(2)) : codeOf(9),
    ballot: ballotOf(draws, ''),
  }
}

export const atOnceOf = (draws: Draws) => {
  const asked = told(draws)
  const first = officerOf(draws)
  const second = draws.happens(85) ? officerOf(draws, first) : draws.one([first, 'm99', 'm0'])
  return {
    ...soon(draws, asked?.effectiveOn),
    code: asked?.code ?? codeOf(2),
    officers: [first, second] as [string, string],
  }
}

export const partOf = (draws: Draws) => {
  const seen = draws.told('DecideSupport', 'AwardAtOnce', 'AskForSupport')
  const asked = draws.made.find(
    (one) => one.type === 'AskForSupport' && one.code === seen?.code,
  ) as { readonly amount: number } | undefined
  return {
    ...soon(draws, draws.happens(70) ? seen?.effectiveOn : undefined),
    ...given(
      'effectiveOn',
      draws.maybe(30, () => draws.told('OpenMeeting')?.effectiveOn),
    ),
    code: draws.happens(95) ? (seen?.code ?? codeOf(2)) : codeOf(9),
    amount: draws.happens(60) ? (asked?.amount ?? 100) : draws.amount(),
    ...given(
      'from',
      draws.maybe(30, () => draws.one(['bank', 'wallet', 'box'] as const)),
    ),
  }
}

export const returnedOf = (draws: Draws) => ({
  windowId: draws.happens(80) ? draws.one(windows) : 'nobody-s',
  amount: draws.amount(),
})

/** A grant as it should go, but that nobody asks to see anything before its last part. */
export const soundGrant = (draws: Draws) => {
  const code = codeOf(draws.whole(2, 9))
  const day = draws.day()
  const effectiveOn = draws.after(day)
  const windowId = 'safe-return'
  const asked = { code, windowId, amount: 1000, parts: 2, broughtBy: draws.one(bringers) }
  return [
    ['RecordDonation', { effectiveOn: day, windowId, amount: 5000 }],
    ['AskForSupport', { effectiveOn, ...asked, fileHash: 'd'.repeat(64) }],
    ['TakeSupportStep', { effectiveOn, code, step: 'checked' }],
    ['DecideSupport', { effectiveOn, code, ballot: ballotOf(draws, '', 97) }],
    ['RecordSupportPart', { effectiveOn, code, amount: 1000 }],
    ['TakeSupportStep', { effectiveOn, code, step: 'closed' }],
    ['TakeSupportStep', { effectiveOn, code, step: 'closed' }],
  ] as const
}
