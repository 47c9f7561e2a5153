import type { Term } from '#domain/access/staff.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Agreement } from '#domain/network/agreements.ts'
import type { Network } from '#domain/network/state.ts'
import type { AgreementBody } from '#domain/operations/network.ts'

/** The funds are put to the auditors' work, as if each had been assigned by itself. */
const assign = (
  { staff }: Network,
  { userIds, fundIds }: Pick<Agreement, 'userIds' | 'fundIds'>,
  term: Term,
): void => {
  for (const userId of userIds) {
    const one = staff.get(userId) ?? { userId, appointments: [], assignments: [] }
    const more = fundIds.map((fundId) => ({ fundId, ...term }))
    staff.set(userId, { ...one, assignments: [...one.assignments, ...more] })
  }
}

const endTerm = (term: Term, on: LocalDate): Term =>
  on <= term.until && (term.endedOn === undefined || on < term.endedOn)
    ? { ...term, endedOn: on }
    : term

/** Takes in what an entry says of an agreement, in place. */
export const takeInAgreement = (network: Network, body: AgreementBody, on: LocalDate): void => {
  const { agreements, staff } = network
  const { agreementId } = body
  if (body.type === 'AgreementOffered') {
    const { fundIds, userIds, until } = body
    const term = { from: on, until }
    agreements.set(agreementId, { agreementId, fundIds, userIds, terms: [term] })
    assign(network, { fundIds, userIds }, term)
    return
  }
  const before = agreements.get(agreementId)!
  if (body.type === 'AgreementRenewed') {
    const term = { from: on, until: body.until }
    agreements.set(agreementId, {
      ...before,
      userIds: [...new Set([...before.userIds, ...body.userIds])],
      terms: [...before.terms, term],
    })
    assign(network, { fundIds: before.fundIds, userIds: body.userIds }, term)
    return
  }
  agreements.set(agreementId, { ...before, terms: before.terms.map((term) => endTerm(term, on)) })
  const ofIt = new Set(before.fundIds)
  for (const userId of before.userIds) {
    const one = staff.get(userId)!
    const assignments = one.assignments.map((term) =>
      ofIt.has(term.fundId) &&
      before.terms.some(({ from, until }) => from === term.from && until === term.until)
        ? { ...endTerm(term, on), fundId: term.fundId }
        : term,
    )
    staff.set(userId, { ...one, assignments })
  }
}

/** Whether what an entry names came before it. */
export const isKnownToAgreements = ({ agreements }: Network, body: AgreementBody): boolean =>
  body.type === 'AgreementOffered' || agreements.has(body.agreementId)
