import { carryOver } from '#src/app/cases/roof.ts'
import { replayedAll } from '#src/app/cases/moving.ts'
import { careForCases } from '#src/app/cases/rounds.ts'
import { say } from '#src/edge/log.ts'
import { messageNeeds, noticeNeeds } from '#src/http/messages/needs.ts'
import { sendingRound } from '#src/http/messages/round.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/**
 * What is due each hour, asked by the clock of the host and by nobody's visit: cases move and end as on a server, and what an
 * older version has left in the objects of funds and networks comes under the roof of the cases. `before` is the store as it
 * is without that roof. What is cut off goes on an hour later.
 */
const hourly = async (
  { cases, clock, store, sealing }: AppNeeds,
  before: AppNeeds['store'],
): Promise<void> => {
  await careForCases({ ...(cases && { cases }), clock, store, ...(sealing && { sealing }) })
  if (!cases) return
  const { again, days } = await replayedAll({ ...cases, clock })
  if (again > 0 || days > 0) say('error', { casesOfAnOlderCopy: { days, destroyedAgain: again } })
  const carried = await carryOver(before, cases)
  if (carried > 0) say('info', { carriedToCases: carried })
}

/** The trigger of each minute, as the configuration names it; any other is that of the hour. */
const eachMinute = '* * * * *'
const minuteMs = 60_000

/** What there is to tell by text, asked each minute; nothing is asked where no gateway is set. */
const sending = async (needs: AppNeeds): Promise<void> => {
  const made = messageNeeds(needs)
  const texts = made && { ...made, ...(needs.cases && { cases: needs.cases }) }
  const notices = noticeNeeds(needs)
  if (!texts && !notices) return
  try {
    await sendingRound({ texts, notices }, Math.floor(Date.parse(needs.clock()) / minuteMs))
  } catch (error) {
    // By its kind alone: its words could hold a number.
    say('error', { round: 'messages', fault: error instanceof Error ? error.name : 'Error' })
  }
}

/** What a trigger asks for, by what the configuration calls it. */
export const roundOf = (
  needs: AppNeeds,
  { before, cron }: { readonly before: AppNeeds['store']; readonly cron: string },
): Promise<void> => (cron === eachMinute ? sending(needs) : hourly(needs, before))
