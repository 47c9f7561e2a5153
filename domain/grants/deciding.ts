import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type Currency, isAmount } from '#domain/kernel/money.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { CashPlace } from '#domain/fund/bank.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import { type Member, isActingOn } from '#domain/fund/members.ts'
import type { Meeting } from '#domain/fund/meetings.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import { type GrantWindow, isWindowId } from '#domain/grants/grants.ts'
import { atOnceMax, partsMax } from '#domain/grants/kinds.ts'
import {
  type Support,
  type SupportAsked,
  type SupportAwardedAtOnce,
  type SupportDecided,
  type SupportStep,
  type SupportStepTaken,
  bringers,
  isSupportCode,
  promisedOf,
  supportSteps,
} from '#domain/grants/support.ts'

export type AskForSupport = Envelope &
  Pick<Support, 'code' | 'windowId' | 'amount' | 'parts' | 'broughtBy' | 'fileHash'> & {
    readonly type: 'AskForSupport'
  }
export type TakeSupportStep = Envelope & {
  readonly type: 'TakeSupportStep'
  readonly code: string
  readonly step: SupportStep
}
/** The vote on a grant; of one that was awarded at once, the meeting's word afterwards. */
export type DecideSupport = Envelope & {
  readonly type: 'DecideSupport'
  readonly code: string
  readonly ballot: Ballot
}
/** Two officers help before there is a meeting; the next one hears of it. */
export type AwardAtOnce = Envelope & {
  readonly type: 'AwardAtOnce'
  readonly code: string
  readonly officers: readonly [string, string]
}
export type RecordSupportPart = Envelope & {
  readonly type: 'RecordSupportPart'
  readonly code: string
  readonly amount: number
  /** Where the money lay; the box where nothing is said. */
  readonly from?: CashPlace
}
/** What is left of a donor's money goes back to the donor. */
export type ReturnDonation = Envelope & {
  readonly type: 'ReturnDonation'
  readonly windowId: string
  readonly amount: number
  readonly from?: CashPlace
}

export type AskRefusal = 'support-code-used' | 'window-not-open'
export type StepRefusal = 'support-unknown' | 'already-checked' | 'not-awarded' | 'already-closed'
export type AwardRefusal =
  | 'support-unknown'
  | 'not-checked'
  | 'already-decided'
  | 'window-too-small'
  | 'above-at-once'
  | 'approver-not-an-officer'
export type SupportRefusal = AskRefusal | StepRefusal | AwardRefusal | BallotRefusal

/** What decisions about grants look at. `held` is what a window holds, through all days. */
export type Granting = {
  readonly supports: ReadonlyMap<string, Support>
  readonly windows: ReadonlyMap<string, GrantWindow>
  readonly members: ReadonlyMap<string, Member>
  readonly meetings: ReadonlyMap<string, Meeting>
  readonly charter: CharterVersion
  readonly currency: Currency
  readonly held: (windowId: string) => number
}

const bare = { v: 1, flags: [], postings: [] } as const

type Fault = { readonly code: string; readonly at: string }

const askFault = ({
  code,
  windowId,
  amount,
  parts,
  broughtBy,
  fileHash,
}: AskForSupport): Fault | undefined => {
  const isFew = Number.isSafeInteger(parts) && parts >= 1 && parts <= partsMax
  const checks: readonly (readonly [boolean, Fault])[] = [
    [isSupportCode(code), { code: 'support-not-a-code', at: '/code' }],
    [isWindowId(windowId), { code: 'window-not-a-code', at: '/windowId' }],
    [isAmount(amount), { code: 'amount-not-whole', at: '/amount' }],
    [isFew, { code: 'parts-not-few', at: '/parts' }],
    [bringers.includes(broughtBy), { code: 'word-unknown', at: '/broughtBy' }],
    [/^[0-9a-f]{64}$/.test(fileHash), { code: 'hash-not-sha-256', at: '/fileHash' }],
  ]
  return checks.find(([isSound]) => !isSound)?.[1]
}

/** Somebody asks. Limits of the kind are judged beside the journal, which knows no kind. */
export const askForSupport = (
  {
    supports,
    windows,
  }: Pick<Granting, 'supports'> & {
    readonly windows: ReadonlyMap<string, Pick<GrantWindow, 'terms'>>
  },
  command: AskForSupport,
): Decision<SupportAsked, AskRefusal> => {
  const { code, windowId, amount, parts, broughtBy, fileHash, effectiveOn: on } = command
  const fault = askFault(command)
  if (fault) return invalid(fault.code, fault.at)
  const terms = windows.get(windowId)?.terms
  if (terms && (on < terms.from || on > terms.until)) return refused('window-not-open')
  if (supports.has(code)) return refused('support-code-used')
  return recorded({
    ...bare,
    type: 'SupportAsked',
    code,
    windowId,
    amount,
    parts,
    broughtBy,
    fileHash,
  })
}

const stepRefusal = ({ state }: Support, step: SupportStep): StepRefusal | undefined => {
  switch (step) {
    case 'checked':
    case 'turned-down':
      return state === 'asked' ? undefined : 'already-checked'
    case 'conditions-met':
      return state === 'approved' || state === 'awarded-at-once' ? undefined : 'not-awarded'
    case 'closed':
      return state === 'closed' ? 'already-closed' : undefined
  }
}

/** Looked at by a second person, shown what was to be shown, or ended: at any time, for any reason or none. */
export const takeSupportStep = (
  { supports }: Pick<Granting, 'supports'>,
  { code, step }: TakeSupportStep,
): Decision<SupportStepTaken, StepRefusal> => {
  if (!supportSteps.includes(step)) return invalid('word-unknown', '/step')
  const support = supports.get(code)
  if (!support) return refused('support-unknown')
  const refusal = stepRefusal(support, step)
  return refusal === undefined
    ? recorded({ ...bare, type: 'SupportStepTaken', code, step })
    : refused(refusal)
}

/** Whether a window holds a grant beside what it has promised already. */
const isTooSmall = ({ supports, held }: Granting, { windowId, amount }: Support): boolean =>
  held(windowId) - promisedOf(supports.values(), windowId) < amount

/**
 * The vote on a code and a sum. Nobody who votes knows whose it is, so nobody can favour kin by it; those who
 * know are held against kin when they ask and check. Ratifying is the meeting's; its no claims nothing back.
 */
export const decideSupport = (
  granting: Granting,
  command: DecideSupport,
): Decision<SupportDecided, AwardRefusal | BallotRefusal> => {
  const { code, ballot, effectiveOn: day } = command
  const support = granting.supports.get(code)
  if (!support) return refused('support-unknown')
  const { state, amount } = support
  const isRatifying = state === 'awarded-at-once'
  if (state === 'asked') return refused('not-checked')
  if (state !== 'checked' && !isRatifying) return refused('already-decided')
  const { members, charter } = granting
  const matter = { members, day, charter: charter.charter, memberId: '', amount }
  const vote = judged(ballot, { ...matter, isForTheMeeting: isRatifying })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (vote.isCarried && !isRatifying && isTooSmall(granting, support))
    return refused('window-too-small')
  const outcome = isRatifying
    ? vote.isCarried
      ? ('ratified' as const)
      : ('not-ratified' as const)
    : vote.isCarried
      ? ('approved' as const)
      : ('refused' as const)
  const charterVersion = charter.version
  return recorded({ ...bare, type: 'SupportDecided', code, outcome, ballot, charterVersion })
}

/** Two officers, each of whom has looked at it, help at once within a limit. */
export const awardAtOnce = (
  granting: Granting,
  { code, officers, effectiveOn: day }: AwardAtOnce,
): Decision<SupportAwardedAtOnce, AwardRefusal> => {
  const [first, second] = officers
  const both = [granting.members.get(first), granting.members.get(second)]
  if (both.some((one) => one === undefined)) return invalid('member-unknown', '/officers')
  if (first === second) return invalid('officer-twice', '/officers')
  const support = granting.supports.get(code)
  if (!support) return refused('support-unknown')
  if (support.state !== 'asked' && support.state !== 'checked') return refused('already-decided')
  if (!both.every((one) => isActingOn(one!, day))) return refused('approver-not-an-officer')
  if (support.amount > atOnceMax(granting.charter.charter)) return refused('above-at-once')
  if (isTooSmall(granting, support)) return refused('window-too-small')
  return recorded({ ...bare, type: 'SupportAwardedAtOnce', code, officers: [first, second] })
}
