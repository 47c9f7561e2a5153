import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { PotMoneyBody } from '#domain/grants/pot.ts'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import type { Agreement } from '#domain/network/agreements.ts'
import type { Network, NetworkEntry, NetworkFund, Staff } from '#domain/network.ts'
import { goodForDefault } from '#domain/network/checked.ts'
import type { PublicNumber } from '#domain/network/numbers.ts'
import type { StandingLink } from '#domain/network/links.ts'
import type { Service } from '#domain/network/directory.ts'
import type { TrainedRole } from '#domain/network/training/trained.ts'
import { networkOperations } from '#domain/operations/network.ts'
import {
  type NetworkSubjectKind,
  type Subject,
  type TrainingKind,
  type WatchKind,
  trainingKinds,
  watchKinds,
} from '#domain/operations/subject.ts'
import type { NetworkHead, NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'
import { lastKept } from '#src/app/turns.ts'

type Touched = Subject<NetworkSubjectKind>

/** So many digits that rows in the order of their keys are in the order of the journal. */
const seqDigits = 9

const moveOf = (seq: number): Touched => ({
  kind: 'pot-move',
  key: String(seq).padStart(seqDigits, '0'),
})

const takenBackFrom = (body: PotMoneyBody): readonly Touched[] => [
  { kind: 'pot-window', key: body.windowId },
  ...(body.type === 'SupportPartPaid' ? [{ kind: 'pot-grant', key: body.code } as const] : []),
]

/** What an entry is about, and the movement that it is where it moved money. */
const touchedBy = ({ pot }: Network, { id, body, seq }: NetworkEntry): readonly Touched[] => [
  ...networkOperations.about(body, id),
  ...(body.type === 'PotEntryReversed' ? takenBackFrom(pot.moves.get(body.reverses)!.body) : []),
  ...(body.postings.length > 0 ? [moveOf(seq)] : []),
]

/** Money of the pot that moved, as a row for questions: with what it takes back, where it does. */
const moveRow = ({ pot }: Network, entry: NetworkEntry): PotMoveRow => {
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

const isOfWatch = (kind: NetworkSubjectKind): kind is WatchKind =>
  watchKinds.some((one) => one === kind)

const watchSubject = (watch: Network['watch'], kind: WatchKind, key: string): unknown => {
  switch (kind) {
    case 'watch':
      return { rules: watch.rules, ruled: watch.ruled, isPublic: watch.isPublic }
    case 'watch-report':
      return watch.reports.get(key)
    case 'watch-decision':
      return watch.decisions.get(key)
    case 'watch-letter':
      return watch.letters.get(key)
  }
}

const isOfTraining = (kind: NetworkSubjectKind): kind is TrainingKind =>
  trainingKinds.some((one) => one === kind)

const trainingSubject = (
  training: Network['training'],
  kind: TrainingKind,
  key: string,
): unknown => {
  switch (kind) {
    case 'talk':
      return training.talks.get(key)
    case 'reached':
      return training.reached.get(key)
    case 'training':
      return training.trainings.get(key)
    case 'training-rule':
      return training.required.get(key as TrainedRole)
    case 'duty':
      return training.duties.get(key)
    case 'course':
      return training.courses.get(key)
    case 'jobs-seen':
      return training.jobs.get(key)
    case 'graduates':
      return training.graduates.get(key)
    case 'team-cover':
      return training.covers.get(key)
  }
}

const subjectOf = (
  network: Network,
  { kind, key }: Touched,
  entries: ReadonlyMap<number, NetworkEntry>,
): unknown => {
  if (isOfWatch(kind)) return watchSubject(network.watch, kind, key)
  if (isOfTraining(kind)) return trainingSubject(network.training, kind, key)
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
      return moveRow(network, entries.get(Number(key))!)
    case 'number':
      return network.numbers.get(key)
    case 'service':
      return network.services.get(key)
    case 'link':
      return network.links.get(key)
    case 'checking':
      return { goodForDays: network.goodForDays }
    case 'audit':
      return network.audits.get(key)
    case 'agreement':
      return network.agreements.get(key)
    case 'party':
      return network.parties.get(key)
    case 'route':
      return network.routes.get(key)
    case 'warning':
      return network.warnings.get(key)
    case 'release':
      return network.releases.get(key)
    case 'transfer-price':
      return network.prices.get(key)
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
export type NetworkBook = {
  readonly networkId: string
  readonly fundIds: readonly string[]
  readonly funds: readonly NetworkFund[]
  readonly staff: readonly Staff[]
  readonly numbers: readonly PublicNumber[]
  readonly services: readonly Service[]
  readonly agreements: readonly Agreement[]
  readonly links: readonly StandingLink[]
  /** For how many days a check of these is good. */
  readonly goodForDays: number
}

type FollowedNetwork = Pick<NetworkViews, 'networkSubjects' | 'networkHead'>

const readBook = async (
  views: FollowedNetwork,
  networkId: string,
): Promise<NetworkBook | undefined> => {
  const rows = await views.networkSubjects(networkId)
  if (rows.length === 0) return undefined
  const of = <T>(kind: NetworkSubjectRow['kind']): readonly T[] =>
    rows.filter((row) => row.kind === kind).map(({ data }) => JSON.parse(data) as T)
  const [checking = { goodForDays: goodForDefault }] =
    of<Pick<NetworkBook, 'goodForDays'>>('checking')
  const funds = of<NetworkFund>('fund')
  return {
    networkId,
    fundIds: funds.map(({ fundId }) => fundId),
    funds,
    staff: of('staff'),
    numbers: of('number'),
    services: of('service'),
    agreements: of('agreement'),
    links: of('link'),
    ...checking,
  }
}

const networksKept = 200

/** The books of a store's networks, each with the hash of the entry up to which it was read. */
const keptBy = new WeakMap<
  object,
  ReturnType<typeof lastKept<{ readonly hash: string; readonly book: NetworkBook }>>
>()

/**
 * A network's book from its views; undefined when there is no such network. It is read when the network's journal has gone
 * on, and not for each question: every one of them asks who is of the network.
 */
export const networkBookOf = async (
  views: FollowedNetwork,
  networkId: string,
  /** The last entry, where it was asked for just now. */
  told?: NetworkHead,
): Promise<NetworkBook | undefined> => {
  const kept = keptBy.get(views) ?? lastKept(networksKept)
  keptBy.set(views, kept)
  const head = told ?? (await views.networkHead(networkId))
  const known = kept.get(networkId)
  if (head && known?.hash === head.hash) return known.book
  const book = await readBook(views, networkId)
  const after = await views.networkHead(networkId)
  if (book && head && after?.hash === head.hash) kept.keep(networkId, { hash: head.hash, book })
  return book
}
