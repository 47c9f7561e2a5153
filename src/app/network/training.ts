import { goodForDefault } from '#domain/network/checked.ts'
import type { TeamCover } from '#domain/network/training/coverage.ts'
import type { Course, Graduates, JobsSeen } from '#domain/network/training/courses.ts'
import type { Reached } from '#domain/network/training/reached.ts'
import type { Talk } from '#domain/network/training/talks.ts'
import type { DutyTerm, RequiredRole, Trained } from '#domain/network/training/trained.ts'
import type { Journal, NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { lastKept } from '#src/app/turns.ts'

/** What a network teaches and has learnt, from its views. */
export type TrainingBook = {
  readonly networkId: string
  readonly talks: readonly Talk[]
  readonly reached: readonly Reached[]
  readonly trainings: readonly Trained[]
  readonly required: readonly RequiredRole[]
  readonly duties: readonly DutyTerm[]
  readonly courses: readonly Course[]
  readonly jobs: readonly JobsSeen[]
  readonly graduates: readonly Graduates[]
  readonly covers: ReadonlyMap<string, TeamCover>
  readonly goodForDays: number
}

export type TrainingStore = Pick<
  NetworkViews,
  'networkSubjects' | 'networkHead' | 'registerSubjects'
>

const networksKept = 50
const keptBy = new WeakMap<
  object,
  ReturnType<typeof lastKept<{ readonly hash: string; readonly book: TrainingBook }>>
>()

const bookOf = async (store: TrainingStore, networkId: string): Promise<TrainingBook> => {
  const rows = await store.registerSubjects(networkId)
  const of = <T>(asked: NetworkSubjectRow['kind']): readonly T[] =>
    rows.filter(({ kind }) => kind === asked).map(({ data }) => JSON.parse(data) as T)
  const covers = of<TeamCover>('team-cover')
  return {
    networkId,
    talks: of('talk'),
    reached: of('reached'),
    trainings: of('training'),
    required: of('training-rule'),
    duties: of('duty'),
    courses: of('course'),
    jobs: of('jobs-seen'),
    graduates: of('graduates'),
    covers: new Map(covers.map((one) => [one.fundId, one])),
    goodForDays: (await networkBookOf(store, networkId))?.goodForDays ?? goodForDefault,
  }
}

/** The same, read when the network's journal has gone on and not for each question. */
export const trainingOf = async (
  store: TrainingStore,
  networkId: string,
): Promise<TrainingBook> => {
  const kept = keptBy.get(store) ?? lastKept(networksKept)
  keptBy.set(store, kept)
  const head = await store.networkHead(networkId)
  const known = kept.get(networkId)
  if (head && known?.hash === head.hash) return known.book
  const book = await bookOf(store, networkId)
  const after = await store.networkHead(networkId)
  if (head && after?.hash === head.hash) kept.keep(networkId, { hash: head.hash, book })
  return book
}

/** The books of the network that an address names, else of all networks of the service. */
export const trainingForAnybody = async (
  store: TrainingStore & { readonly networks: Pick<Journal, 'fundIds'> },
  networkId: string | undefined,
): Promise<readonly TrainingBook[]> => {
  const all = await store.networks.fundIds()
  const asked = all.filter((id) => id === networkId)
  return Promise.all((asked.length > 0 ? asked : all).map((id) => trainingOf(store, id)))
}
