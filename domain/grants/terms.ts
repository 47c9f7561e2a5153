import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { isWindowId } from '#domain/grants/grants.ts'
import { type SupportKind, isSupportKind } from '#domain/grants/kinds.ts'

/** What becomes of money that is left when a window ends. */
export const unspentRules = ['given-back', 'kept-for-the-same'] as const
export type UnspentRule = (typeof unspentRules)[number]

/** What a donor has agreed of a window: for which kinds, how much each, in which time. */
export type WindowTerms = {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly lines: readonly { readonly kind: SupportKind; readonly amount: number }[]
  readonly unspent: UnspentRule
}

export type WindowTermsSet = WindowTerms & {
  readonly type: 'WindowTermsSet'
  readonly v: 1
  readonly windowId: string
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** The donor's terms of a window; set again they stand in place of those before. */
export type SetWindowTerms = Envelope &
  WindowTerms & { readonly type: 'SetWindowTerms'; readonly windowId: string }

/**
 * A window that is for one purpose alone would tell of each of its grants what it is for: its donor is asked
 * for two at least.
 */
const linesMin = 2

const linesFault = (lines: WindowTerms['lines']) => {
  if (lines.length < linesMin) return { code: 'fewer-than-two-lines', at: '/lines' }
  if (!lines.every(({ kind }) => isSupportKind(kind))) return { code: 'kind-unknown', at: '/lines' }
  if (!lines.every(({ amount }) => isAmount(amount)))
    return { code: 'amount-not-whole', at: '/lines' }
  const isTwice = new Set(lines.map(({ kind }) => kind)).size < lines.length
  return isTwice ? { code: 'kind-twice', at: '/lines' } : undefined
}

export const setWindowTerms = (command: SetWindowTerms): Decision<WindowTermsSet, never> => {
  const { windowId, from, until, lines, unspent } = command
  if (!isWindowId(windowId)) return invalid('window-not-a-code', '/windowId')
  if (!isLocalDate(from)) return invalid('date-impossible', '/from')
  if (!isLocalDate(until)) return invalid('date-impossible', '/until')
  if (until < from) return invalid('ends-before-it-begins', '/until')
  if (!unspentRules.includes(unspent)) return invalid('rule-unknown', '/unspent')
  const fault = linesFault(lines)
  if (fault) return invalid(fault.code, fault.at)
  return recorded({
    type: 'WindowTermsSet',
    v: 1,
    windowId,
    from,
    until,
    lines,
    unspent,
    flags: [],
    postings: [],
  })
}
