import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type PotBody, type PotMoneyBody, isPotBody } from '#domain/grants/pot.ts'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import type { Network, NetworkEntry, NetworkFund, Staff } from '#domain/network.ts'
import type { NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'

type Touched = Pick<NetworkSubjectRow, 'kind' | 'key'>

const windowOf = (windowId: string): Touched => ({ kind: 'pot-window', key: windowId })
const grantOf = (code: string): Touched => ({ kind: 'pot-grant', key: code })

/** So many digits that rows in the order of their keys are in the order of the journal. */
const seqDigits = 9

const moveOf = (seq: number): Touched => ({
  kind: 'pot-move',
  key: String(seq).padStart(seqDigits, '0'),
})

const moneyTouched = (body: PotMoneyBody): readonly Touched[] => [
  windowOf(body.windowId),
  ...(body.type === 'SupportPartPaid' ? [grantOf(body.code)] : []),
]

const potTouched = ({ pot }: Network, seq: number, body: PotBody): readonly Touched[] => {
  switch (body.type) {
    case 'PotWindowOpened':
      return [windowOf(body.windowId)]
    case 'SupportAsked':
    case 'SupportStepTaken':
    case 'PotSupportDecided':
      return [grantOf(body.code)]
    case 'DonationReceived':
    case 'DonationReturned':
    case 'SupportPartPaid':
      return [...moneyTouched(body), moveOf(seq)]
    case 'PotEntryReversed':
      return [...moneyTouched(pot.moves.get(body.reverses)!.body), moveOf(seq)]
  }
}

const touchedBy = (network: Network, { body, seq }: NetworkEntry): readonly Touched[] => {
  if (isPotBody(body)) return potTouched(network, seq, body)
  switch (body.type) {
    case 'NetworkFounded':
      return [{ kind: 'network', key: 'network' }]
    case 'FundJoined':
    case 'FundWitnessed':
      return [{ kind: 'fund', key: body.fundId }]
    case 'StaffAppointed':
    case 'StaffDismissed':
    case 'StaffAssigned':
    case 'AssignmentEnded':
      return [{ kind: 'staff', key: body.userId }]
  }
}

/** Money of the pot that moved, as a row for questions: with what it takes back, where it does. */
const moveTold = ({ pot }: Network, entry: NetworkEntry): PotMoveRow => {
  const { id, seq, effectiveOn, recordedAt, body } = entry
  const takenBack = body.type === 'PotEntryReversed' ? pot.moves.get(body.reverses)! : undefined
  const { flags, postings } = body
  const told = { id, seq, effectiveOn, recordedAt, entryType: body.type, flags, postings }
  return {
    ...told,
    ...('code' in body ? { code: body.code } : {}),
    ...(takenBack ? { takesBack: takenBack.seq, takesBackType: takenBack.body.type } : {}),
  }
}

const subjectOf = (
  network: Network,
  { kind, key }: Touched,
  entries: ReadonlyMap<number, NetworkEntry>,
): unknown => {
  switch (kind) {
    case 'network':
      return { foundedOn: network.foundedOn }
    case 'fund':
      return network.funds.get(key)
    case 'staff':
      return network.staff.get(key)
    case 'pot-window':
      return network.pot.windows.get(key)
    case 'pot-grant':
      return network.pot.supports.get(key)
    case 'pot-move':
      return moveTold(network, entries.get(Number(key))!)
  }
}

/** What entries change in the network's views; `network` has taken them in already. */
export const networkChanges = (network: Network, entries: readonly NetworkEntry[]) => {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  const touched = new Map(
    entries
      .flatMap((entry) => touchedBy(network, entry))
      .map((subject) => [`${subject.kind} ${subject.key}`, subject]),
  )
  const subjects = [...touched.values()].map((subject): NetworkSubjectRow => ({
    ...subject,
    data: canonicalJson(subjectOf(network, subject, bySeq) as Json),
  }))
  return { postings: [], flags: [], subjects }
}

/** A network as its views tell it. */
type NetworkBook = {
  readonly networkId: string
  readonly fundIds: readonly string[]
  readonly funds: readonly NetworkFund[]
  readonly staff: readonly Staff[]
}

/** A network's book from its views; undefined when there is no such network. */
export const networkBookOf = async (
  views: Pick<NetworkViews, 'networkSubjects'>,
  networkId: string,
): Promise<NetworkBook | undefined> => {
  const rows = await views.networkSubjects(networkId)
  if (rows.length === 0) return undefined
  const of = (kind: NetworkSubjectRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    networkId,
    fundIds: of('fund').map(({ key }) => key),
    funds: of('fund').map(({ data }) => JSON.parse(data) as NetworkFund),
    staff: of('staff').map(({ data }) => JSON.parse(data) as Staff),
  }
}
