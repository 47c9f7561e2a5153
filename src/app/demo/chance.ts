import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Hasher } from '#domain/ports.ts'

/** Draws that are the same for the same name, on every machine. */
export type Chance = {
  /** A whole number from the first through the last. */
  readonly whole: (from: number, to: number) => number
  /** True in so many of a hundred draws. */
  readonly in100: (times: number) => boolean
  readonly oneOf: <T>(from: readonly T[]) => T
}

/** What invented things are named by: an id, and draws of its own for each of them, so that one more changes no other. */
export type Inventing = {
  readonly id: (...place: readonly string[]) => string
  readonly chance: (...place: readonly string[]) => Chance
}

/** Mulberry32: small, and known for what it is. */
const drawsFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = Math.trunc(state + 0x6d2b79f5)
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const inventing = (hash: Hasher, seed: string): Inventing => {
  const hashOf = (place: readonly string[]): string =>
    hash(lengthPrefixed(['village-fund/demo/1', seed, ...place]))
  return {
    id: (...place) => uuidOfHash(hashOf(place)),
    chance: (...place) => {
      const draw = drawsFrom(Number.parseInt(hashOf(place).slice(0, 8), 16) | 0)
      const whole = (from: number, to: number): number =>
        from + Math.floor(draw() * (to - from + 1))
      return {
        whole,
        in100: (times) => draw() * 100 < times,
        oneOf: (from) => from[whole(0, from.length - 1)]!,
      }
    },
  }
}
