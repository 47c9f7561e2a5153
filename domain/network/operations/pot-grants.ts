import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { described, pair, sum, uuid, whole, word, yesOrNo } from '#domain/kernel/shape.ts'
import { windowId } from '#domain/grants/grants.ts'
import { partsMax } from '#domain/grants/kinds.ts'
import { grantingOf } from '#domain/grants/pot.ts'
import { askForSupport, takeSupportStep } from '#domain/grants/operations/support.ts'
import { fileHash, promisedOf, supportCode, supportSteps } from '#domain/grants/support.ts'
import { type Network, mayDecide } from '#domain/network/state.ts'
import { decidingStaff, nobody } from '#domain/operations/may.ts'
import { networkOperation } from '#domain/operations/operation.ts'

/** The service makes these two, as it does for funds: what stands beside the journal is looked at first. */
const byTheService = { may: nobody, second: 'none' } as const

const aboutGrant = ({ code }: { readonly code: string }) =>
  [{ kind: 'pot-grant', key: code }] as const

export const askFromPot = networkOperation({
  ...byTheService,
  command: 'AskFromPot',
  entry: 'SupportAsked',
  oneHand: 'household',
  asks: {
    code: supportCode,
    windowId,
    amount: sum,
    parts: whole(1, partsMax, 'parts-not-few'),
    fileHash,
    /** The login that asks: the service writes it down from the session. */
    askedBy: uuid('user'),
  },
  keeps: ['code', 'windowId', 'amount', 'parts', 'fileHash', 'askedBy'],
  decide: ({ pot }: Network, command) => {
    if (!pot.windows.has(command.windowId)) return invalid('window-unknown', '/windowId')
    const brought = { broughtBy: 'team' } as const
    const told = askForSupport.decide(grantingOf(pot, command.windowId), { ...command, ...brought })
    return told.outcome === 'recorded' ? recorded({ ...brought, ...told.body }) : told
  },
  about: aboutGrant,
})

export const takePotStep = networkOperation({
  ...byTheService,
  command: 'TakePotStep',
  entry: 'SupportStepTaken',
  oneHand: 'household',
  asks: { code: supportCode, step: word(supportSteps) },
  keeps: ['code', 'step'],
  decide: ({ pot }: Network, command) => takeSupportStep.decide(pot, command),
  about: aboutGrant,
})

/** Two of the staff, neither of whom has asked, say yes or no to a code and a sum. */
export const decideFromPot = networkOperation({
  command: 'DecideFromPot',
  entry: 'PotSupportDecided',
  oneHand: 'decision',
  asks: {
    code: supportCode,
    isApproved: yesOrNo('not-true-or-false'),
    deciders: described(
      pair(uuid('user'), 'deciders-not-two'),
      'Whoever sends it, and another of the staff whose secret is in `approvals`',
    ),
  },
  keeps: ['code', 'deciders'],
  may: decidingStaff,
  second: ({ deciders }) => deciders[1],
  decide: (network: Network, { code, isApproved, deciders, effectiveOn: on }) => {
    const [first, second] = deciders
    if (first === second) return invalid('decider-twice', '/deciders')
    const { pot } = network
    const support = pot.supports.get(code)
    if (!support) return refused('support-unknown')
    const { state, askedBy, windowId: from, amount } = support
    if (state === 'asked') return refused('not-checked')
    if (state !== 'checked') return refused('already-decided')
    if (!deciders.every((one) => mayDecide(network, one, on)))
      return refused('not-of-the-deciding-staff')
    if (deciders.includes(askedBy)) return refused('asker-is-concerned')
    const { held } = pot.windows.get(from)!
    if (isApproved && held - promisedOf(pot.supports.values(), from) < amount)
      return refused('window-too-small')
    const outcome = isApproved ? ('approved' as const) : ('refused' as const)
    return recorded({ outcome, flags: [], postings: [] })
  },
  about: aboutGrant,
})
