import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { id, pair, sum, whole, word } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { judged } from '#domain/fund/meeting/voting.ts'
import { type Granting, isTooSmall } from '#domain/grants/granting.ts'
import { windowId } from '#domain/grants/grants.ts'
import { atOnceMax, partsMax } from '#domain/grants/kinds.ts'
import {
  type Support,
  type SupportStep,
  bringers,
  fileHash,
  supportCode,
  supportSteps,
} from '#domain/grants/support.ts'
import { nobody, recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

const nothingElse = { flags: [], postings: [] } as const
const aboutSupport = ({ code: key }: { readonly code: string }) =>
  [{ kind: 'support', key }] as const

/** Somebody asks. Limits of the kind are judged beside the journal, which knows no kind. */
export const askForSupport = operation({
  command: 'AskForSupport',
  entry: 'SupportAsked',
  oneHand: 'household',
  asks: {
    code: supportCode,
    windowId,
    amount: sum,
    parts: whole(1, partsMax, 'parts-not-few'),
    broughtBy: word(bringers),
    fileHash,
  },
  keeps: ['code', 'windowId', 'amount', 'parts', 'broughtBy', 'fileHash'],
  // The service makes it: what stands beside the journal is looked at first.
  may: nobody,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: ({ supports, windows }: Pick<Granting, 'supports' | 'windows'>, command) => {
    const { code, windowId: of, effectiveOn: on } = command
    const terms = windows.get(of)?.terms
    if (terms && (on < terms.from || on > terms.until)) return refused('window-not-open')
    return supports.has(code) ? refused('support-code-used') : recorded(nothingElse)
  },
  about: aboutSupport,
})

type StepRefusal = 'already-checked' | 'not-awarded' | 'already-closed'

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
export const takeSupportStep = operation({
  command: 'TakeSupportStep',
  entry: 'SupportStepTaken',
  oneHand: 'household',
  asks: { code: supportCode, step: word(supportSteps) },
  keeps: ['code', 'step'],
  // The service makes it.
  may: nobody,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: ({ supports }: Pick<Granting, 'supports'>, { code, step }) => {
    const support = supports.get(code)
    if (!support) return refused('support-unknown')
    const refusal = stepRefusal(support, step)
    return refusal === undefined ? recorded(nothingElse) : refused(refusal)
  },
  about: aboutSupport,
})

type VoteOutcome = 'approved' | 'refused' | 'ratified' | 'not-ratified'

const outcomeOf = (isRatifying: boolean, isCarried: boolean): VoteOutcome => {
  if (isRatifying) return isCarried ? 'ratified' : 'not-ratified'
  return isCarried ? 'approved' : 'refused'
}

/**
 * The vote on a code and a sum; of one that was awarded at once, the meeting's word afterwards. Nobody who votes
 * knows whose it is, so nobody can favour kin by it; those who know are held against kin when they ask and check.
 * Ratifying is the meeting's; its no claims nothing back.
 */
export const decideSupport = operation({
  command: 'DecideSupport',
  entry: 'SupportDecided',
  oneHand: 'decision',
  asks: { code: supportCode, ballot },
  keeps: ['code', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  // Whom it is for stands in no book.
  concerns: () => 'everybody',
  minutes: 'told',
  isReversible: false,
  decide: (now: Granting, { code, ballot: held, effectiveOn: day }) => {
    const support = now.supports.get(code)
    if (!support) return refused('support-unknown')
    const { state, amount } = support
    const isRatifying = state === 'awarded-at-once'
    if (state === 'asked') return refused('not-checked')
    if (state !== 'checked' && !isRatifying) return refused('already-decided')
    const { members, charter } = now
    const matter = { members, day, charter: charter.charter, memberId: '', amount }
    const vote = judged(held, { ...matter, isForTheMeeting: isRatifying })
    if (vote.is === 'invalid') return invalid(vote.code, vote.at)
    if (vote.is === 'refused') return refused(vote.code)
    if (vote.isCarried && !isRatifying && isTooSmall(now, support))
      return refused('window-too-small')
    const outcome = outcomeOf(isRatifying, vote.isCarried)
    return recorded({ ...nothingElse, outcome, charterVersion: charter.version })
  },
  about: aboutSupport,
})

/** Two officers, each of whom has looked at it, help at once within a limit; the next meeting hears of it. */
export const awardAtOnce = operation({
  command: 'AwardAtOnce',
  entry: 'SupportAwardedAtOnce',
  oneHand: 'household',
  asks: { code: supportCode, officers: pair(id('member'), 'officers-not-two') },
  keeps: ['code', 'officers'],
  // The service makes it.
  may: nobody,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: (now: Granting, { code, officers, effectiveOn: day }) => {
    const [first, second] = officers
    const both = [now.members.get(first), now.members.get(second)]
    if (both.some((one) => one === undefined)) return invalid('member-unknown', '/officers')
    if (first === second) return invalid('officer-twice', '/officers')
    const support = now.supports.get(code)
    if (!support) return refused('support-unknown')
    if (support.state !== 'asked' && support.state !== 'checked') return refused('already-decided')
    if (!both.every((one) => isActingOn(one!, day))) return refused('approver-not-an-officer')
    if (support.amount > atOnceMax(now.charter.charter)) return refused('above-at-once')
    return isTooSmall(now, support) ? refused('window-too-small') : recorded(nothingElse)
  },
  about: aboutSupport,
})
