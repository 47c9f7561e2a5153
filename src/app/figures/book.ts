import {
  type ConfirmedRelease,
  type NetworkRelease,
  confirmedReleases,
} from '#domain/network/releases.ts'
import { type Period, unitOf } from '#domain/statistics/calendar.ts'
import type { Release } from '#domain/statistics/releasing.ts'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Hasher, Journal, NetworkViews, Notes } from '#domain/ports.ts'

/** What a release tells, word for word: anybody who has it can make its digest again. */
export type Figures = {
  readonly v: 1
  readonly period: Period
  /** On which day they were counted together. */
  readonly on: LocalDate
  /** How many villages the network had, and how many of them counted. */
  readonly villages: { readonly all: number; readonly counted: number }
  readonly releases: readonly Release[]
}

export const figuresText = (figures: Figures): string => canonicalJson(figures as unknown as Json)

const subjectOf = (releaseId: string): string => `release:${releaseId}`

type Store = Pick<NetworkViews, 'registerSubjects'> & Notes

/** All releases of a network, proposed and confirmed, the newest first. */
export const releasesOf = async (
  store: Pick<NetworkViews, 'registerSubjects'>,
  networkId: string,
): Promise<readonly NetworkRelease[]> => {
  const rows = await store.registerSubjects(networkId)
  return rows
    .flatMap(({ kind, data }) => (kind === 'release' ? [JSON.parse(data) as NetworkRelease] : []))
    .toSorted((a, b) => (a.period === b.period ? 0 : a.period < b.period ? 1 : -1))
}

/** The figures stand beside the journal before the entry that vouches for them. */
export const keepFigures = (
  store: Notes,
  { networkId, releaseId, text }: { networkId: string; releaseId: string; text: string },
): Promise<void> => store.keep(networkId, [{ subject: subjectOf(releaseId), text }])

/** What a release tells; undefined where nothing stands beside the journal that its digest is of. */
export const figuresOf = async (
  { store, hash }: { readonly store: Notes; readonly hash: Hasher },
  { networkId, releaseId, digest }: { networkId: string; releaseId: string; digest: string },
): Promise<Figures | undefined> => {
  const text = await store.noteOf(networkId, subjectOf(releaseId))
  return text !== undefined && hash(text) === digest ? (JSON.parse(text) as Figures) : undefined
}

export type Told = { readonly release: ConfirmedRelease; readonly figures: Figures }

/** All that a network has told outside, in the order in which it did. What was changed beside the journal is told no more. */
export const toldOf = async (
  needs: { readonly store: Store; readonly hash: Hasher },
  networkId: string,
): Promise<readonly Told[]> => {
  const told: Told[] = []
  for (const release of confirmedReleases(await releasesOf(needs.store, networkId))) {
    const figures = await figuresOf(needs, { networkId, ...release })
    if (figures) told.push({ release, figures })
  }
  return told
}

export type ToldNetwork = {
  readonly networkId: string
  /** The newest half-year, what meetings counted; and the newest quarter, what was not answered. */
  readonly counted: Told | undefined
  readonly asked: Told | undefined
}

const newest = (told: readonly Told[], unit: ReturnType<typeof unitOf>): Told | undefined =>
  told.findLast(({ figures }) => unitOf(figures.period) === unit)

/** What anybody may read: of the network that is named, or of each of the service that has told something. */
export const toldToAnybody = async (
  needs: {
    readonly store: Store & { readonly networks: Pick<Journal, 'fundIds'> }
    readonly hash: Hasher
  },
  networkId: string | undefined,
): Promise<readonly ToldNetwork[]> => {
  const all = await needs.store.networks.fundIds()
  const asked = all.filter((id) => networkId === undefined || id === networkId)
  const found: ToldNetwork[] = []
  for (const id of asked) {
    const told = await toldOf(needs, id)
    const one = { networkId: id, counted: newest(told, 'half'), asked: newest(told, 'quarter') }
    if (one.counted || one.asked) found.push(one)
  }
  return found
}
