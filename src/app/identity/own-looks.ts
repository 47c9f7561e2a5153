import type { Role } from '#domain/access/roles.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { ActivityLog, ActivityRow, FundViews, NetworkViews, People } from '#domain/ports.ts'
import { linesAbout, rolesAtTheTime } from '#src/app/identity/who-looked.ts'

/** Who it was, as far as a member may know: an office or a post, never a login. */
export type Looker =
  | { readonly kind: 'self' | 'by-card' | 'unknown' }
  | { readonly kind: 'others'; readonly roles: readonly Role[] }

export type Look = {
  readonly at: string
  readonly who: Looker
  readonly action: string
  /** The number of the loan that was looked at; undefined for the member's whole record. */
  readonly loan: string | undefined
  readonly outcome: ActivityRow['outcome']
}

const looksShown = 50

/** Officers are named by their office, not as a household too. */
const nameable = (roles: readonly Role[]): readonly Role[] => {
  const others = roles.filter((role) => role !== 'household-member')
  return others.length > 0 ? others : roles
}

/** The newest looks at a member's own record and at her loans. */
export const ownLooks = async (
  store: FundViews & NetworkViews & People & ActivityLog,
  {
    networkId,
    fundId,
    memberId,
    loans,
  }: {
    readonly networkId: string
    readonly fundId: string
    readonly memberId: string
    readonly loans: readonly Loan[]
  },
): Promise<readonly Look[]> => {
  const lines = await linesAbout(store, { fundId, memberId }, { limit: looksShown })
  const rolesOf = await rolesAtTheTime(store, networkId, fundId)
  const own = new Set(
    (await store.membershipsOfFund(networkId, fundId))
      .filter((membership) => membership.memberId === memberId)
      .map(({ userId }) => userId),
  )
  const whoIs = (row: ActivityRow): Looker => {
    if (row.actor === 'card') return { kind: 'by-card' }
    if (own.has(row.actor)) return { kind: 'self' }
    const roles = nameable(rolesOf(row))
    return roles.length > 0 ? { kind: 'others', roles } : { kind: 'unknown' }
  }
  return lines.map((row) => ({
    at: row.at,
    who: whoIs(row),
    action: row.action,
    loan: loans.find(({ loanId }) => row.subject === `loan:${loanId}`)?.number,
    outcome: row.outcome,
  }))
}
