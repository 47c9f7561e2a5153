import { explainingReasons } from '#domain/fund/meeting/explaining.ts'
import { committeeOffices } from '#domain/fund/people/tenures.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { officerOf } from '#test/sim/ballots.ts'
import { type Draws, given, openedOn } from '#test/sim/draws.ts'

const figureOf = (draws: Draws): number =>
  draws.happens(2) ? -1 : draws.happens(40) ? 0 : draws.amount()

/** Some of the village by the paper, and now and then what no paper can say. */
export const comparisonOf = (draws: Draws) => {
  const { made } = draws
  const admitted = [
    ...new Set(made.flatMap((one) => (one.type === 'AdmitMember' ? [one.memberId] : []))),
  ]
  const cards = draws.happens(96) ? admitted : draws.one([[], [...admitted, ...admitted], ['m99']])
  return {
    figures: cards.map((memberId) => ({
      memberId,
      ...given(
        'savings',
        draws.maybe(92, () => figureOf(draws)),
      ),
      ...given(
        'loan',
        draws.maybe(92, () => figureOf(draws)),
      ),
    })),
    confirmedBy: draws.happens(92) ? officerOf(draws) : draws.member(),
  }
}

export const assignmentOf = (draws: Draws) => {
  const effectiveOn = draws.happens(60)
    ? textOf(dayOf(openedOn) + draws.whole(0, 120))
    : draws.day()
  const named = draws.told('AppointOfficer')?.office
  const days = draws.one([90, 60, 30, 30, 1, 0, 91])
  return {
    effectiveOn,
    office:
      named !== undefined && named !== 'key-holder' && draws.happens(85)
        ? named
        : draws.one(draws.happens(95) ? committeeOffices : (['king'] as never)),
    dueOn: draws.happens(97) ? textOf(dayOf(effectiveOn) + days) : 'soon',
    why: draws.one(draws.happens(95) ? explainingReasons : (['lost'] as never)),
    approvedBy: draws.happens(90) ? officerOf(draws) : draws.member(),
    ...given('votes', draws.maybe(30, draws.votes)),
  }
}
