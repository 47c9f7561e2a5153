import type { Role } from '#domain/access/roles.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { ActivityLog, ActivityRow, NetworkViews, People } from '#domain/ports.ts'
import type { FollowedViews } from '#src/app/kept-books.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'
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

export type Looks = {
  /** What was done about how she signs in, and about what is kept of her: never washed away by looks that came later. */
  readonly doors: readonly Look[]
  /** The newest, or those before the line that was asked for: so many that fifty of others are among them. */
  readonly looks: readonly Look[]
  /** The line before which older ones are asked for; undefined where there are none. */
  readonly older: string | undefined
}

const looksShown = 50

/** So many lines are read for a page: what somebody does about herself must not push others out of it. */
const linesRead = 4 * looksShown

/** Looks of her own, or of whoever came by her card. */
export const isOwnLook = ({ who }: Look): boolean => who.kind === 'self' || who.kind === 'by-card'

/** Acts that let somebody sign in as her, read her phone, or change who comes after her. */
const atHerDoor = [
  'manage-logins',
  'manage-cards',
  'link-phones',
  'link-phone',
  'unlink-phone',
  'keep-family',
  'keep-names',
  'erase-person',
  'set-secret',
] as const

/** Officers are named by their office, not as a household too. */
const nameable = (roles: readonly Role[]): readonly Role[] => {
  const others = roles.filter((role) => role !== 'household-member')
  return others.length > 0 ? others : roles
}

/** The looks at a member's own record and at her loans, the newest first, with what was done at her own door. */
export const ownLooks = async (
  {
    store,
    ...needs
  }: NamingNeeds & {
    readonly store: FollowedViews & NetworkViews & People & ActivityLog
  },
  {
    networkId,
    fundId,
    memberId,
    loans,
    before,
  }: {
    readonly networkId: string
    readonly fundId: string
    readonly memberId: string
    readonly loans: readonly Loan[]
    readonly before?: string | undefined
  },
): Promise<Looks> => {
  const whose = { fundId, memberId }
  const page = { limit: linesRead + 1, ...(before === undefined ? {} : { before }) }
  const found = await linesAbout({ store, ...needs }, whose, page)
  const atDoor = await linesAbout({ store, ...needs }, whose, {
    limit: looksShown,
    doneOf: atHerDoor,
  })
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
  const told = (row: ActivityRow): Look => ({
    at: row.at,
    who: whoIs(row),
    action: row.action,
    loan: loans.find(({ loanId }) => row.subject === `loan:${loanId}`)?.number,
    outcome: row.outcome,
  })
  const all = found.slice(0, linesRead).map(told)
  const others = all.flatMap((look, place) => (isOwnLook(look) ? [] : [place]))
  const end = others.length > looksShown ? others[looksShown]! : all.length
  return {
    doors: atDoor.map(told),
    looks: all.slice(0, end),
    older: found.length > end ? found[end - 1]!.activityId : undefined,
  }
}
