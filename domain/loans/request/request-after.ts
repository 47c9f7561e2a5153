import type { WrittenDown } from '#domain/ledger/entry.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { RequestBody } from '#domain/loans/operations.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

const changed = (before: LoanRequest, body: RequestBody, on: LocalDate): LoanRequest => {
  switch (body.type) {
    case 'LoanRequested':
      return before
    case 'RequestWithdrawn':
      return { ...before, state: 'withdrawn' }
    case 'LoanAppraised': {
      const { appraisedBy, finding, burden, lightens, agencySeenBy } = body
      const known = {
        ...(burden && { burden }),
        ...(lightens && { lightens }),
        ...(agencySeenBy && { agencySeenBy }),
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
      return { ...before, guarantees: body.guarantees, isGroupGuarantee: body.isGroup }
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
