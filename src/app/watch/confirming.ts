import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { ActivityLog, NetworkViews, People, SessionRow } from '#domain/ports.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'

type Needs = {
  readonly store: Pick<NetworkViews, 'registerSubjects' | 'networkHead'> &
    ActivityLog &
    Pick<People, 'memberships' | 'membershipsOfFund' | 'device' | 'user'>
}

/** Why whoever confirms a ruling or a step is not heard: it is the one who proposed it, or could be. */
export const confirmerRefusal =
  (
    { store }: Needs,
    { session: { networkId, userId = '' }, day }: { session: SessionRow; day: LocalDate },
  ) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (command.type !== 'ConfirmDecision') return undefined
    const { decisions } = await watchBookOf(store, networkId)
    const by = decisions.get(command.decisionId)?.proposedBy
    if (by === undefined) return undefined
    if (by === userId) return 'checked-by-whoever-entered'
    return (await couldBeOne(store, { networkId, userIds: [by, userId], day }))
      ? 'approver-reset-lately'
      : undefined
  }
