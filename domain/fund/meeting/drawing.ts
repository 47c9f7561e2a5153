import type { Member } from '#domain/fund/people/members.ts'

/** Of how many members one is asked, and between which numbers whatever the size of the fund. */
const toAskPercent = 10
const toAskMin = 3
const toAskMax = 30

/** How many of so many members a round asks: a rule, so that nobody chooses how few. */
export const numberToAsk = (members: number): number =>
  Math.min(members, toAskMax, Math.max(toAskMin, Math.ceil((members * toAskPercent) / 100)))

const bits = 256n
const multiplier = 6_364_136_223_846_793_005n
const step = 1_442_695_040_888_963_407n

/**
 * Draws `number` of `among` by a hash of 64 hexadecimal digits, each of them once. To count it again: take the hash as
 * a whole number `h`; of those who are left, in their order, the one at place `h` times their number divided by 2^256,
 * rounded down, counted from zero, is drawn; then `h` is `h` x 6364136223846793005 + 1442695040888963407, without
 * what goes beyond 2^256.
 */
export const drawnOf = (
  hash: string,
  { among, number }: { readonly among: readonly string[]; readonly number: number },
): readonly string[] => {
  let chance = BigInt(`0x${hash}`)
  const left = [...among]
  return Array.from({ length: Math.min(number, among.length) }, () => {
    const place = Number((chance * BigInt(left.length)) >> bits)
    chance = BigInt.asUintN(Number(bits), chance * multiplier + step)
    return left.splice(place, 1)[0]!
  })
}

/** The order in which members stand in a draw: by their card, as the village knows them. */
export const byCard = (members: readonly Member[]): readonly Member[] =>
  members.toSorted((a, b) => (a.card < b.card ? -1 : 1))
