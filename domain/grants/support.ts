import type { LocalDate } from '#domain/kernel/dates.ts'
import { text, word } from '#domain/kernel/shape.ts'
import { cashPlaces } from '#domain/fund/bank.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/**
 * The only accounts that money of a donor touches on its way. No loan, no saving and no member is among them,
 * so that no entry here can be made into somebody's debt: it does not compile.
 */
export type GrantAccount = Extract<
  AccountId,
  'asset:cash-box' | 'asset:bank' | 'asset:wallet' | `liability:grant-window:${string}`
>
export type GrantPosting = Posting & { readonly account: GrantAccount }

/** Who came with it: the fund's own officers, or the network's team for somebody whom it does not name. */
export const bringers = ['fund', 'team'] as const
type Bringer = (typeof bringers)[number]

/** What is said of a grant beside votes and money; of none of them is told why. */
export const supportSteps = ['checked', 'turned-down', 'conditions-met', 'closed'] as const
export type SupportStep = (typeof supportSteps)[number]

/**
 * A grant as the journal knows it: a random code, a window, a sum. What it is for, whose it is and what must
 * be shown for it stand beside the journal, sealed, under the same code.
 */
export type Support = {
  readonly code: string
  readonly windowId: string
  readonly amount: number
  readonly parts: number
  readonly broughtBy: Bringer
  /** Salted hash of what stands beside the journal; the salt goes with it when it is erased. */
  readonly fileHash: string
  readonly askedOn: LocalDate
  readonly state: SupportState
  readonly decidedOn?: LocalDate
  readonly conditionsMetOn?: LocalDate
  /** By day and entry. */
  readonly paid: readonly PartPaid[]
}

type PartPaid = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly amount: number
}

export type SupportState =
  | 'asked'
  | 'checked'
  | 'turned-down'
  | 'approved'
  | 'refused'
  | 'awarded-at-once'
  | 'not-ratified'
  | 'closed'

/** Grants that money may still be paid on. */
const open: readonly SupportState[] = ['approved', 'awarded-at-once']
export const isAwarded = ({ state }: Support): boolean => open.includes(state)

const goingOn: readonly SupportState[] = ['asked', 'checked', ...open]
/** Whether anything is still to come of it. */
export const isGoingOn = ({ state }: Support): boolean => goingOn.includes(state)

const over: readonly SupportState[] = ['turned-down', 'refused', 'not-ratified', 'closed']
/** Whether it has ended and gave nothing, or all that it gave was taken back. */
export const endedForNothing = (support: Support): boolean =>
  over.includes(support.state) && paidOn(support) === 0

export const paidOn = ({ paid }: Support): number =>
  paid.reduce((sum, { amount }) => sum + amount, 0)

/** How it reads to people: what the meeting approved and was handed out in full is paid, and waits for nothing. */
export const stageOf = (support: Support): SupportState | 'paid' =>
  support.state === 'approved' && paidOn(support) >= support.amount ? 'paid' : support.state

/** What a window still has to give on its open grants. */
export const promisedOf = (supports: Iterable<Support>, windowId: string): number =>
  [...supports]
    .filter((one) => one.windowId === windowId && isAwarded(one))
    .reduce((sum, one) => sum + Math.max(0, one.amount - paidOn(one)), 0)

/** Of a code that officers read aloud: no letter or digit that is taken for another one. */
const codeSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 8

/** The SHA-256 of the sealed file that says what a grant is for. */
export const fileHash = text(/^[0-9a-f]{64}$/, {
  code: 'hash-not-sha-256',
  example: '9f'.repeat(32),
})
/** Where money lies that comes or goes. */
export const placeOfMoney = word(cashPlaces, 'place-unknown')
export const supportCode = text(/^S-[A-HJKMNP-Z2-9]{8}$/, {
  code: 'support-not-a-code',
  example: 'S-7KQ2MPRT',
})

/** A code from a hash that nobody can foresee: `S-` and eight signs. */
export const supportCodeFrom = (hex: string): string => {
  const base = BigInt(codeSigns.length)
  let rest = BigInt(`0x${hex}`)
  let code = ''
  for (let i = 0; i < codeLength; i += 1) {
    code += codeSigns[Number(rest % base)]
    rest /= base
  }
  return `S-${code}`
}
