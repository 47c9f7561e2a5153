import type { Random } from '#domain/ports.ts'
import { sha256 } from '#infra/system/system.ts'

/** Chance that is the same each time it is begun, so that two worlds differ in nothing but what is under test. */
export const sameChance = (): { readonly ids: () => string; readonly random: Random } => {
  let n = 0
  const next = (): string => sha256(`twin ${(n += 1)}`)
  const ids = (): string => {
    const hex = next()
    const time = String(n).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
  }
  const token = (): string => Buffer.from(next(), 'hex').toString('base64url')
  return {
    ids,
    random: { token, below: (bound: number) => Number.parseInt(next().slice(0, 8), 16) % bound },
  }
}
