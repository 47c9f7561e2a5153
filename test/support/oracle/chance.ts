/** Chance with a seed: the same seed gives the same draws for ever (mulberry32). */
export type Chance = {
  /** A whole number from `min` to `max`, both included. */
  readonly whole: (min: number, max: number) => number
  readonly one: <T>(of: readonly T[]) => T
  /** True in so many per cent of all draws. */
  readonly happens: (percent: number) => boolean
}

const spreadBits = (seed: number): number => Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) ^ 0x9e3779b9

export const chanceOf = (seed: number): Chance => {
  let state = spreadBits(seed)
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (min: number, max: number): number => min + Math.floor(unit() * (max - min + 1))
  return {
    whole,
    one: (of) => of[whole(0, of.length - 1)]!,
    happens: (percent) => unit() * 100 < percent,
  }
}
