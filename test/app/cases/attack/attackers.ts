import { bridgeAttackers } from '#test/app/cases/attack/bridge-attackers.ts'
import { ownAttackers } from '#test/app/cases/attack/own-attackers.ts'
import type { Copy } from '#test/app/cases/attack/copies.ts'
import type { Entry, Stolen } from '#test/app/cases/attack/world.ts'

/** Those whom everything that was stolen points at, one of whom is guessed; all, where nothing tells. */
export type Attacker = (stolen: Stolen) => readonly number[]

const everybody = ({ members }: Stolen): readonly number[] =>
  Array.from({ length: members }, (_, member) => member)

const anyOf = (some: readonly number[], stolen: Stolen): readonly number[] =>
  some.length === 0 ? everybody(stolen) : [...new Set(some)]

/** Members by a figure that the book gives of each, the one of them who stands where the target stands among its peers. */
const alike = (
  stolen: Stolen,
  rank: number,
  figure: (member: number) => number,
): readonly number[] => {
  const sorted = everybody(stolen).toSorted((a, b) => figure(a) - figure(b))
  return [sorted[Math.floor(((rank + 0.5) / stolen.peers.length) * stolen.members)]!]
}

const lastAct =
  (stolen: Stolen) =>
  (member: number): number =>
    Math.max(
      ...stolen.book
        .filter((one) => one.member === member && one.kind === 'out')
        .map(({ at }) => at),
    )

const rankBy = ({ peers, target }: Stolen, place: (leaf: string) => number): number =>
  peers.filter((leaf) => place(leaf) < place(target)).length

/** Ids that grow with time. */
const byIds: Attacker = (stolen) =>
  alike(stolen, stolen.peers.indexOf(stolen.target), lastAct(stolen))

/** Where in the raw file the leaf lies. */
const byPlace: Attacker = (stolen) => {
  const { raw } = stolen.copies[1]
  return alike(
    stolen,
    rankBy(stolen, (leaf) => raw.indexOf(leaf)),
    lastAct(stolen),
  )
}

/** How long the leaf is, held against how much there was to write. */
const bySize: Attacker = (stolen) => {
  const { leaves } = stolen.copies[1]
  // Of leaves of one length nobody can say which belong together.
  const lengths = new Set([...leaves.values()].map(({ length }) => length))
  if (lengths.size === 1) return everybody(stolen)
  const lengthOf = (leaf: string): number =>
    stolen.wholes.get(leaf)!.reduce((sum, one) => sum + leaves.get(one)!.length, 0)
  const owes = (member: number): number =>
    stolen.book.find((one) => one.member === member && one.kind === 'loan')!.amount
  return alike(stolen, rankBy(stolen, lengthOf), owes)
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.from(one).equals(other)

/** Whether the leaf has changed between two copies, held against who did something in between. */
const byChange: Attacker = (stolen) => {
  const { copies, copiedAt, target } = stolen
  const stayed = isSame(copies[0].leaves.get(target), copies[1].leaves.get(target))
  const busy = new Set(
    stolen.book
      // Grants come on Mondays, whenever somebody was visited.
      .filter(({ kind }) => kind === 'loan' || kind === 'out' || kind === 'sent')
      .filter(({ at }) => at >= copiedAt[0] && at < copiedAt[1])
      .map(({ member }) => member),
  )
  return anyOf(
    everybody(stolen).filter((member) => busy.has(member) !== stayed),
    stolen,
  )
}

/** How many leaves there are more, held against who did something for the first time in between. */
const byCount: Attacker = (stolen) => {
  const [before, after] = stolen.copies.map(({ leaves }: Copy) => leaves.size) as [number, number]
  const first = stolen.book.filter(({ kind }) => kind === 'loan')
  const late = first.filter(({ at }) => at >= stolen.copiedAt[0]).map(({ member }) => member)
  const early = first.filter(({ at }) => at < stolen.copiedAt[0]).map(({ member }) => member)
  return anyOf(after - before > before / 2 ? late : early, stolen)
}

const withinMinutes = (entries: readonly Entry[], at: number, minutes: number): number[] =>
  entries.filter((one) => one.at <= at && at - one.at <= minutes).map(({ member }) => member)

/** Lines of a log that tell of new cases, held against who had borrowed within the hour. */
const byLines: Attacker = (stolen) => {
  const lines = stolen.log.filter(({ route }) => route === '/cases/new')
  const loans = stolen.book.filter(({ kind }) => kind === 'loan')
  return anyOf(
    lines.flatMap(({ at }) => withinMinutes(loans, at, 61)),
    stolen,
  )
}

/** Grants that were entered in the moment in which something was written at the desk of cases. */
const byMoment: Attacker = (stolen) => {
  const grants = stolen.book.filter(({ kind }) => kind === 'grant')
  const lines = stolen.log.filter(
    // On Mondays all comes at once, and tells of nobody.
    ({ route }) => route.startsWith('/cases') && route !== '/cases/hand-over',
  )
  return anyOf([...new Set(lines.flatMap(({ at }) => withinMinutes(grants, at, 1)))], stolen)
}

/** When the leaf came, where that stands beside it. */
const byDate: Attacker = (stolen) => {
  const at = stolen.copies[1].dates.get(stolen.target)
  return anyOf(
    at === undefined
      ? []
      : withinMinutes(
          stolen.book.filter(({ kind }) => kind !== 'saving'),
          at,
          90,
        ),
    stolen,
  )
}

/** The code of a case, or the id of a leaf, anywhere in what the fund keeps. */
const byWords: Attacker = (stolen) => {
  const named = stolen.book.filter((one) => {
    const row = JSON.stringify(one)
    return row.includes(stolen.code) || row.includes(stolen.target)
  })
  return anyOf(
    named.map(({ member }) => member),
    stolen,
  )
}

export const attackers = {
  byIds,
  byPlace,
  bySize,
  byChange,
  byCount,
  byLines,
  byMoment,
  byDate,
  byWords,
  ...bridgeAttackers,
  ...ownAttackers,
} as const satisfies Readonly<Record<string, Attacker>>
