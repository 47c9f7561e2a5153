import type { Answer } from '#src/app/answer.ts'
import { type Call, type Decided, type Told, answersIn } from '#src/app/calls.ts'
import type { Held } from '#src/app/realm.ts'
import type { turnsByName } from '#src/app/turns.ts'

type Steps<C, S> = Pick<ReturnType<typeof turnsByName>, 'inTurn'> & {
  readonly copied: (fundId: string) => Promise<Held<S>>
  readonly decidedOn: (fundId: string, call: Call<C>, start: Held<S>) => Promise<Decided<C, S>>
  readonly writtenIfStill: (
    fundId: string,
    before: Held<S>,
    told: Decided<C, S>,
  ) => Promise<readonly Told[] | 'stale'>
}

/**
 * Decides on a fold of its own while others write to the journal: what is only tried, and a long list of which all is
 * written or nothing. Where somebody has written meanwhile, what was decided of such a list is nothing.
 */
export const besideOthers =
  <C, S>({ copied, decidedOn, writtenIfStill, inTurn }: Steps<C, S>) =>
  async (fundId: string, call: Call<C>): Promise<readonly Answer[] | 'stale'> => {
    const start = await inTurn(fundId, () => copied(fundId))
    const before = { ...start }
    const told = await decidedOn(fundId, call, start)
    if (call.asked.dryRun) return told.answers[0]!
    const done = await inTurn(fundId, () => writtenIfStill(fundId, before, told))
    return done === 'stale' ? done : answersIn(done[0]!)
  }
