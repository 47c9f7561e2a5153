import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { Network, NetworkEntry, Staff } from '#domain/network.ts'
import type { NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'

type Touched = Pick<NetworkSubjectRow, 'kind' | 'key'>

const touchedBy = ({ body }: NetworkEntry): Touched => {
  switch (body.type) {
    case 'NetworkFounded':
      return { kind: 'network', key: 'network' }
    case 'FundJoined':
      return { kind: 'fund', key: body.fundId }
    case 'StaffAppointed':
    case 'StaffDismissed':
    case 'StaffAssigned':
    case 'AssignmentEnded':
      return { kind: 'staff', key: body.userId }
  }
}

const subjectOf = (network: Network, { kind, key }: Touched): unknown => {
  switch (kind) {
    case 'network':
      return { foundedOn: network.foundedOn }
    case 'fund':
      return network.funds.get(key)
    case 'staff':
      return network.staff.get(key)
  }
}

/** What entries change in the network's views; `network` has taken them in already. */
export const networkChanges = (network: Network, entries: readonly NetworkEntry[]) => {
  const touched = new Map(
    entries.map(touchedBy).map((subject) => [`${subject.kind} ${subject.key}`, subject]),
  )
  const subjects = [...touched.values()].map((subject): NetworkSubjectRow => ({
    ...subject,
    data: canonicalJson(subjectOf(network, subject) as Json),
  }))
  return { postings: [], flags: [], subjects }
}

/** A network as its views tell it. */
export type NetworkBook = {
  readonly networkId: string
  readonly fundIds: readonly string[]
  readonly staff: readonly Staff[]
}

/** A network's book from its views; undefined when there is no such network. */
export const networkBookOf = async (
  views: NetworkViews,
  networkId: string,
): Promise<NetworkBook | undefined> => {
  const rows = await views.networkSubjects(networkId)
  if (rows.length === 0) return undefined
  const of = (kind: NetworkSubjectRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    networkId,
    fundIds: of('fund').map(({ key }) => key),
    staff: of('staff').map(({ data }) => JSON.parse(data) as Staff),
  }
}
