import type { Candidate } from '#domain/cases/assigning.ts'
import { personOf } from '#src/app/identity/persons.ts'
import type { DeskVisit } from '#src/http/cases/opening.ts'
import { officesOf } from '#src/http/cases/place.ts'

/** What is known today of somebody who is to work on a case, or to stand behind something. */
export const candidateOf = async (
  { context, needs }: Pick<DeskVisit, 'context' | 'needs'>,
  userId: string,
  isKin = false,
): Promise<Candidate> => {
  const { store } = context.get('needs')
  const { networkId, today } = needs
  const user = await store.user(networkId, userId)
  const memberships = await store.memberships(networkId, userId)
  const session = { networkId, userId, card: undefined, memberships }
  const { staffRoles, memberOf } = await personOf(store, session, today)
  const isOfTeam = staffRoles.some(
    (role) => role === 'migration-worker' || role === 'case-supervisor',
  )
  return {
    isOfTeam: isOfTeam && user !== undefined && user.disabledAt === undefined,
    officerOf: await officesOf(context, userId),
    memberOf: memberOf.map(({ fundId }) => fundId),
    isKin,
  }
}
