import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { ActivityLog, Hasher, NetworkViews, Notes, People, SessionRow } from '#domain/ports.ts'
import { figuresOf, releasesOf } from '#src/app/figures/book.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'

type Needs = {
  readonly store: Pick<NetworkViews, 'registerSubjects'> &
    Notes &
    ActivityLog &
    Pick<People, 'memberships' | 'membershipsOfFund' | 'device' | 'user'>
  readonly hash: Hasher
}

/** Why whoever confirms a release is not heard: it is the one who proposed it, or could be; or its figures are not there. */
export const releaseRefusal =
  (
    { store, hash }: Needs,
    { session: { networkId, userId = '' }, day }: { session: SessionRow; day: LocalDate },
  ) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (command.type !== 'ConfirmRelease') return undefined
    const { releaseId } = command
    const all = await releasesOf(store, networkId)
    const one = all.find((release) => release.releaseId === releaseId)
    if (!one) return undefined
    if (one.proposedBy === userId) return 'checked-by-whoever-entered'
    if (await couldBeOne(store, { networkId, userIds: [one.proposedBy, userId], day }))
      return 'approver-reset-lately'
    const figures = await figuresOf({ store, hash }, { networkId, ...one })
    return figures?.period === one.period ? undefined : 'release-figures-differ'
  }
