import type { Candidate } from '#domain/cases/assigning.ts'
import { isTrainedRole, lacksTraining } from '#domain/network/training/trained.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { personOf } from '#src/app/identity/persons.ts'
import type { DeskVisit } from '#src/http/cases/opening.ts'
import { officesOf } from '#src/http/cases/place.ts'

/** What somebody is today: roles of the staff, and funds that they are members of. */
const standingOf = async (
  { context, needs }: Pick<DeskVisit, 'context' | 'needs'>,
  userId: string,
) => {
  const { store } = context.get('needs')
  const { networkId, today } = needs
  const memberships = await store.memberships(networkId, userId)
  return personOf(store, { networkId, userId, card: undefined, memberships }, today)
}

/** Whether somebody supervises cases today. */
export const isSupervisor = async (
  visit: Pick<DeskVisit, 'context' | 'needs'>,
  userId: string,
): Promise<boolean> => (await standingOf(visit, userId)).staffRoles.includes('case-supervisor')

/** What is known today of somebody who is to work on a case, or to stand behind something. */
export const candidateOf = async (
  { context, needs }: Pick<DeskVisit, 'context' | 'needs'>,
  userId: string,
  isKin = false,
): Promise<Candidate> => {
  const user = await context.get('needs').store.user(needs.networkId, userId)
  const { staffRoles, memberOf } = await standingOf({ context, needs }, userId)
  const roles = staffRoles.filter(isTrainedRole)
  const log = await trainingOf(context.get('needs').store, needs.networkId)
  return {
    isOfTeam: roles.length > 0 && user !== undefined && user.disabledAt === undefined,
    lacksTraining: roles.every((role) =>
      lacksTraining(log, { userId, role, from: needs.today, until: needs.today }),
    ),
    officerOf: await officesOf(context, userId),
    memberOf: memberOf.map(({ fundId }) => fundId),
    isKin,
  }
}
