import type { WrittenDown } from '#domain/ledger/entry.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { RequestBody } from '#domain/loans/operations.ts'
import { type LoanRequest, ownGuarantor } from '#domain/loans/request/request-state.ts'

/**
 * Who stands for a loan after one more consent: two officers say of whom, a guarantor herself adds to those and to what she
 * stood with, and what one alone has written holds nobody's savings and lets nobody go.
 */
const stoodForAfter = (
  before: LoanRequest,
  { guarantees, isGroup, approvedBy, flags }: Extract<RequestBody, { type: 'GuaranteeGiven' }>,
): LoanRequest => {
  if (flags.some((flag) => flag === 'stood-for-by-one-word')) return before
  const own = ownGuarantor(guarantees)
  if (approvedBy === undefined || approvedBy !== own)
    return { ...before, guarantees, isGroupGuarantee: isGroup }
  const others = before.guarantees.filter(({ memberId }) => memberId !== own)
  const most = Math.max(
    ...[...before.guarantees, ...guarantees].map((one) => (one.memberId === own ? one.upTo : 0)),
  )
  const all = [...others, { memberId: own, upTo: most }]
  const areAlike = all.every(({ upTo }) => upTo === most)
  return { ...before, guarantees: all, isGroupGuarantee: isGroup && areAlike }
}

const changed = (before: LoanRequest, body: RequestBody, on: LocalDate): LoanRequest => {
  switch (body.type) {
    case 'LoanRequested':
      return before
    case 'RequestWithdrawn':
      return { ...before, state: 'withdrawn' }
    case 'LoanAppraised': {
      const { appraisedBy, finding, burden, lightens, agencySeenBy, signedBy } = body
      const known = {
        ...(burden && { burden }),
        ...(lightens && { lightens }),
        ...(agencySeenBy && { agencySeenBy }),
        ...(signedBy && { signedBy }),
      }
      return { ...before, state: 'appraised', appraisal: { appraisedBy, finding, ...known, on } }
    }
    case 'CostDisclosed': {
      const { textHash, language, paidOutOn } = body
      const first = before.disclosure?.firstOn ?? on
      const firstOn = first < on ? first : on
      return { ...before, disclosure: { textHash, language, paidOutOn, on, firstOn } }
    }
    case 'LoanDecided': {
      const { outcome, ballot, reason, charterVersion } = body
      const why = reason === undefined ? {} : { reason }
      return {
        ...before,
        state: outcome,
        decision: { outcome, ballot, ...why, charterVersion, on },
      }
    }
    case 'DecisionAppealed':
      return { ...before, state: 'appealed', appealedOn: on }
    case 'GuaranteeGiven':
      return stoodForAfter(before, body)
  }
}

/** The request after an entry about it. */
export const requestAfter = (
  before: LoanRequest | undefined,
  body: RequestBody,
  { on, ...written }: WrittenDown & { readonly on: LocalDate },
): LoanRequest =>
  body.type === 'LoanRequested'
    ? {
        loanId: body.loanId,
        asked: body.asked,
        requestedOn: on,
        state: 'requested',
        guarantees: [],
        isGroupGuarantee: false,
        ...written,
      }
    : changed(before!, body, on)
