import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { ActivityLog, NetworkViews, People, SessionRow } from '#domain/ports.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { type WatchBook, watchBookOf } from '#src/app/watch/watch-book.ts'

type Needs = {
  readonly store: Pick<NetworkViews, 'registerSubjects' | 'networkHead'> &
    ActivityLog &
    Pick<People, 'memberships' | 'membershipsOfFund' | 'device' | 'user'>
}

type Confirming = Extract<NetworkCommand, { readonly type: 'ConfirmDecision' | 'ConfirmReplyText' }>

const proposerOf = (
  { decisions, letters }: Pick<WatchBook, 'decisions' | 'letters'>,
  command: Confirming,
): string | undefined =>
  command.type === 'ConfirmDecision'
    ? decisions.get(command.decisionId)?.proposedBy
    : letters.get(command.letterId)?.replies?.find(({ digest }) => digest === command.digest)
        ?.proposedBy

/** Why whoever confirms a ruling, a step or the words of a reply is not heard: it is the one who proposed it, or could be. */
export const confirmerRefusal =
  (
    { store }: Needs,
    { session: { networkId, userId = '' }, day }: { session: SessionRow; day: LocalDate },
  ) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (command.type !== 'ConfirmDecision' && command.type !== 'ConfirmReplyText') return undefined
    const by = proposerOf(await watchBookOf(store, networkId), command)
    if (by === undefined) return undefined
    if (by === userId) return 'checked-by-whoever-entered'
    return (await couldBeOne(store, { networkId, userIds: [by, userId], day }))
      ? 'approver-reset-lately'
      : undefined
  }
