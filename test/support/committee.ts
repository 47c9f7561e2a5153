import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { ReversalReason } from '#domain/corrections/reversal.ts'
import type { Due } from '#domain/loans/plan/dues.ts'
import type { Lending } from '#domain/loans/lending.ts'
import type { RequestedLoan, Purpose, RefusalReason } from '#domain/loans/request/request-state.ts'
import { unpaidDues } from '#domain/loans/standing.ts'
import {
  type Story,
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  founded,
  openedOn,
  standingIn,
  storyOf,
} from '#test/support/village.ts'
import type { Village } from '#domain/village.ts'

/** The five of the committee; `o1` is in the chair. */
export const officers = ['o1', 'o2', 'o3', 'o4', 'o5'] as const
export const households = ['m1', 'm2', 'm3', 'm4', 'm5'] as const

const offices = ['chair', 'record-keeper', 'box-keeper', 'counter', 'counter'] as const

const appointed: readonly StoryCommand[] = officers.map((memberId, i) => ({
  type: 'AppointOfficer',
  effectiveOn: openedOn,
  memberId,
  office: offices[i]!,
}))

/** What a decision about a loan looks at in a village in which nothing is unfair. */
export const lendingIn = (village: Village, more: Partial<Lending> = {}): Lending => ({
  ...village,
  ...village.fund!,
  charter: village.fund!.charters[0]!,
  fairCap: 18,
  hardRefusal: () => undefined,
  verdictOn: () => ({ refusal: undefined, isForTheMeeting: false }),
  lineLeft: () => 0,
  pledgedBy: () => 0,
  roomFor: () => ({ lendable: Number.MAX_SAFE_INTEGER, committee: undefined }),
  ...more,
})

/** A fund of ten members, five of them the committee, with 100 million in the box. */
export const beginningsOf = (
  charter: Partial<Charter> = {},
  reserve = 100_000_000,
): readonly StoryCommand[] => [
  founded({ charter, opening: { cash: 100_000_000, reserve } }),
  ...[...officers, ...households].map((memberId) => admitted(memberId)),
  ...appointed,
]

/** An id of its own for what a story does not count. */
const asideId = (what: string): string =>
  `00000000-0000-7000-8001-${[...what]
    .map((one) => one.charCodeAt(0).toString(16))
    .join('')
    .padStart(12, '0')
    .slice(-12)}`

/** What each saved before, so that everybody may borrow up to 1,500,000. */
export const savedEach = 500_000

export const saved: readonly StoryCommand[] = [...officers, ...households].map((memberId) => ({
  id: asideId(memberId),
  type: 'TakeOverSavings',
  effectiveOn: openedOn,
  memberId,
  amount: savedEach,
}))

/** The price is put before the household on the day it asks. */
export const disclosed = ({ on = '2025-01-06', loanId = 'l1' } = {}): StoryCommand => ({
  id: asideId(`d${loanId}`),
  type: 'DiscloseCost',
  effectiveOn: on,
  loanId,
  textHash: 'ab'.repeat(32),
  language: 'km',
  paidOutOn: '2025-01-20',
})

/** Every household that asks is told the price, as it should be. */
export const withPrices = (told: readonly StoryCommand[]): StoryCommand[] =>
  told.flatMap((one) =>
    one.type === 'RequestLoan'
      ? [one, disclosed({ on: one.effectiveOn, loanId: one.loanId })]
      : [one],
  )

/**
 * What is told of a fund with a committee, whose members have saved and are told each price. Ids are places in
 * the whole story, savings and prices left out: the first is the 17th.
 */
export const committeeStory = (
  told: readonly StoryCommand[] = [],
  charter: Partial<Charter> = {},
): Story =>
  storyOf([
    ...beginningsOf(charter, 100_000_000 - saved.length * savedEach),
    ...saved,
    ...withPrices(told),
  ])

/** What a member's savings have grown by since. */
export const savedSince = (village: Village, memberId = 'm1'): number =>
  0 - booked(village, `liability:savings:${memberId}`) - savedEach

export const committeeAfter = (
  told: readonly StoryCommand[],
  charter: Partial<Charter> = {},
): Village => committeeStory(told, charter).village

type Asked = Partial<RequestedLoan> & { readonly on?: string; readonly purpose?: Purpose }

/** m1 asks for 500,000 over ten months on 6 January. */
export const requested = ({ on = '2025-01-06', ...more }: Asked = {}): StoryCommand => ({
  type: 'RequestLoan',
  effectiveOn: on,
  loanId: 'l1',
  memberId: 'm1',
  product: 'normal',
  principal: 500_000,
  months: 10,
  purpose: 'farm',
  ...more,
})

type Looked = {
  readonly on?: string
  readonly loanId?: string
  readonly appraisedBy?: string
  readonly agencySeenBy?: string
}

export const appraised = ({
  on = '2025-01-10',
  loanId = 'l1',
  appraisedBy = 'o2',
  ...seen
}: Looked = {}): StoryCommand => ({
  type: 'AppraiseLoan',
  effectiveOn: on,
  loanId,
  appraisedBy,
  finding: 'sound',
  burden: 'up-to-33',
  ...seen,
})

/** Officers by name: who said yes and who said no. */
export const byOfficers = (
  yes: readonly string[],
  no: readonly string[] = [],
  more: Partial<Pick<Ballot, 'recused' | 'confirmedBy'>> = {},
): Ballot => ({
  by: 'officers',
  votes: [
    ...yes.map((memberId) => ({ memberId, vote: 'yes' as const })),
    ...no.map((memberId) => ({ memberId, vote: 'no' as const })),
  ],
  recused: [],
  confirmedBy: 'o1',
  ...more,
})

/** Hands raised: of ten members 67 % are seven. */
export const byMeeting = (
  hands: { readonly present: number; readonly yes: number; readonly no: number },
  more: Partial<Pick<Ballot, 'recused' | 'confirmedBy'>> = {},
): Ballot => ({ by: 'meeting', hands, recused: [], confirmedBy: 'o1', ...more })

export const allOfUs = byMeeting({ present: 9, yes: 8, no: 0 })

type Voted = {
  readonly on?: string
  readonly loanId?: string
  readonly ballot?: Ballot
  readonly reason?: RefusalReason
}

export const decided = ({
  on = '2025-01-20',
  loanId = 'l1',
  ballot = byOfficers(officers),
  reason,
}: Voted = {}): StoryCommand => ({
  type: 'DecideLoan',
  effectiveOn: on,
  loanId,
  ballot,
  ...(reason && { reason }),
})

export const turnedDown = (on = '2025-01-20', loanId = 'l1'): StoryCommand =>
  decided({ on, loanId, ballot: byOfficers([], officers), reason: 'no-cash' })

export const about = (
  type: 'WithdrawRequest' | 'AppealDecision',
  on: string,
  loanId = 'l1',
): StoryCommand => ({ type, effectiveOn: on, loanId })

/** Asked for, looked at and agreed to by all five. */
export const approved: readonly StoryCommand[] = [requested(), appraised(), decided()]

export const reversed = (
  reverses: string,
  on: string,
  more: { readonly reason?: ReversalReason; readonly approvedBy?: string } = {},
): StoryCommand => ({
  type: 'ReverseEntry',
  effectiveOn: on,
  reverses,
  reason: 'wrong-amount',
  approvedBy: 'o3',
  ...more,
})

/** `recorded`, or the code by which a command was refused or invalid. */
export const wordOf = (village: Village, told: StoryCommand): string => {
  const answer = answerTo(village, told)
  return answer.outcome === 'recorded' ? 'recorded' : answer.code
}

export const flagsOf = (village: Village, told: StoryCommand): readonly string[] => {
  const answer = answerTo(village, told)
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer))
  return answer.body.flags
}

/** Instalments that are still to be paid on a day, as `day sum`. */
export const toCome = (village: Village, day: string, loanId = 'l1'): string[] => {
  const { dues, settled } = standingIn(village, day, loanId)
  return unpaidDues(dues, settled).map(({ on, principal }) => `${on} ${principal}`)
}

export const sumOf = (dues: readonly Due[]): number =>
  dues.reduce((sum, { principal }) => sum + principal, 0)
