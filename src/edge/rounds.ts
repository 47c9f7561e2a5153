import { carryOver } from '#src/app/cases/roof.ts'
import { replayedAll } from '#src/app/cases/moving.ts'
import { careForCases } from '#src/app/cases/rounds.ts'
import { say } from '#src/edge/log.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/**
 * What is due each hour, asked by the clock of the host and by nobody's visit: cases move and end as on a server, and what an
 * older version has left in the objects of funds and networks comes under the roof of the cases. `before` is the store as it
 * is without that roof. What is cut off goes on an hour later.
 */
export const roundOf = async (
  { cases, clock, store, sealing }: AppNeeds,
  before: AppNeeds['store'],
): Promise<void> => {
  if (!cases) return
  const { again, days } = await replayedAll({ ...cases, clock })
  if (again > 0 || days > 0) say('error', { casesOfAnOlderCopy: { days, destroyedAgain: again } })
  await careForCases({ cases, clock, store, ...(sealing && { sealing }) })
  const carried = await carryOver(before, cases)
  if (carried > 0) say('info', { carriedToCases: carried })
}
