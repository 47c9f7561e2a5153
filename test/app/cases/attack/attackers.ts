import type { Copy, Entry, Stolen } from '#test/app/cases/attack/world.ts'

/** Guesses a member, of everything that was stolen; draws one where nothing tells. */
export type Attacker = (stolen: Stolen, draw: (count: number) => number) => number

/** What not everybody does on the same day. */
const ownActs = ({ book }: Stolen): readonly Entry[] =>
  book.filter(({ kind }) => kind === 'loan' || kind === 'out')

const everybody = ({ members }: Stolen): readonly number[] =>
  Array.from({ length: members }, (_, member) => member)

const anyOf = (some: readonly number[], stolen: Stolen, draw: (count: number) => number): number =>
  some.length === 0 ? draw(stolen.members) : some[draw(some.length)]!

/** Members by a figure that the book gives of each, the one of them who stands where the target stands among its peers. */
const alike = (stolen: Stolen, rank: number, figure: (member: number) => number): number => {
  const sorted = everybody(stolen).toSorted((a, b) => figure(a) - figure(b))
  return sorted[Math.floor(((rank + 0.5) / stolen.peers.length) * stolen.members)]!
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
const bySize: Attacker = (stolen, draw) => {
  const lengthOf = (leaf: string): number => stolen.copies[1].leaves.get(leaf)!.length
  const lengths = new Set(stolen.peers.map(lengthOf))
  if (lengths.size === 1) return draw(stolen.members)
  const owes = (member: number): number =>
    stolen.book.find((one) => one.member === member && one.kind === 'loan')!.amount
  return alike(stolen, rankBy(stolen, lengthOf), owes)
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.from(one).equals(other)

/** Whether the leaf has changed between two copies, held against who did something in between. */
const byChange: Attacker = (stolen, draw) => {
  const { copies, copiedAt, target } = stolen
  const stayed = isSame(copies[0].leaves.get(target), copies[1].leaves.get(target))
  const busy = new Set(
    stolen.book
      .filter(({ kind, at }) => kind !== 'saving' && at >= copiedAt[0] && at < copiedAt[1])
      .map(({ member }) => member),
  )
  return anyOf(
    everybody(stolen).filter((member) => busy.has(member) !== stayed),
    stolen,
    draw,
  )
}

/** How many leaves there are more, held against who did something for the first time in between. */
const byCount: Attacker = (stolen, draw) => {
  const [before, after] = stolen.copies.map(({ leaves }: Copy) => leaves.size) as [number, number]
  const first = stolen.book.filter(({ kind }) => kind === 'loan')
  const late = first.filter(({ at }) => at >= stolen.copiedAt[0]).map(({ member }) => member)
  const early = first.filter(({ at }) => at < stolen.copiedAt[0]).map(({ member }) => member)
  return anyOf(after - before > before / 2 ? late : early, stolen, draw)
}

const withinMinutes = (entries: readonly Entry[], at: number, minutes: number): number[] =>
  entries.filter((one) => one.at <= at && at - one.at <= minutes).map(({ member }) => member)

/** Lines of a log at the desk of cases, held against who was at the box shortly before. */
const byLines: Attacker = (stolen, draw) => {
  const lines = stolen.log.filter(({ route }) => route.startsWith('/cases'))
  const named = lines.flatMap(({ at }) => withinMinutes(ownActs(stolen), at, 90))
  const votes = everybody(stolen).map((member) => named.filter((one) => one === member).length)
  const most = Math.max(...votes)
  return anyOf(
    everybody(stolen).filter((member) => votes[member] === most),
    stolen,
    draw,
  )
}

/** Grants that were entered in the moment in which something was written at the desk of cases. */
const byMoment: Attacker = (stolen, draw) => {
  const grants = stolen.book.filter(({ kind }) => kind === 'grant')
  const lines = stolen.log.filter(({ route }) => route.startsWith('/cases'))
  return anyOf([...new Set(lines.flatMap(({ at }) => withinMinutes(grants, at, 1)))], stolen, draw)
}

/** When the leaf came, where that stands beside it. */
const byDate: Attacker = (stolen, draw) => {
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
    draw,
  )
}

/** The code of a case, or the id of a leaf, anywhere in what the fund keeps. */
const byWords: Attacker = (stolen, draw) => {
  const named = stolen.book.filter((one) => {
    const row = JSON.stringify(one)
    return row.includes(stolen.code) || row.includes(stolen.target)
  })
  return anyOf(
    named.map(({ member }) => member),
    stolen,
    draw,
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
} as const satisfies Readonly<Record<string, Attacker>>
