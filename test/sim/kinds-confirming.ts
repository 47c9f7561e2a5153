import { confirmationAnswers } from '#domain/fund/meeting/confirming.ts'
import { officerOf } from '#test/sim/ballots.ts'
import { type Draws, given } from '#test/sim/draws.ts'

const nothingAsked = '00000000-0000-7000-8000-00000000dead'

/** Whoever was put in to keep the book, where somebody was. */
const keeperOf = ({ made, member }: Draws): string =>
  made.flatMap((one) =>
    one.type === 'AppointOfficer' && one.office === 'record-keeper' ? [one.memberId] : [],
  )[0] ?? member()

/** Who was asked says the same twice now and then, and somebody asks who should not. */
export const answerOf = (draws: Draws) => {
  const round = draws.told('BeginConfirmation')
  const by = draws.one(
    draws.happens(97) ? (['page', 'slip', 'in-person'] as const) : (['song'] as never),
  )
  const isPage = by === 'page' && draws.happens(92)
  const asker = draws.one(['officer', 'officer', 'keeper', 'anybody', 'auditor'] as const)
  const askers = {
    officer: () => officerOf(draws),
    keeper: () => keeperOf(draws),
    anybody: () => (draws.happens(96) ? draws.member() : 'm99'),
    auditor: () => undefined,
  }
  const askedBy = isPage ? undefined : askers[asker]()
  return {
    ...given(
      'effectiveOn',
      round && draws.happens(93) ? draws.after(round.effectiveOn) : undefined,
    ),
    roundId: round?.id ?? nothingAsked,
    memberId: draws.member(),
    answer: draws.one(isPage ? (['right', 'wrong'] as const) : confirmationAnswers),
    by,
    ...given('askedBy', askedBy),
  }
}
