import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'

/** Two schemes, by invented notices; their names say so too. */
const schemes = [
  { km: 'ស្រូវទ្វេដង (ប្រឌិត)', latin: 'Rice That Doubles (invented)', kind: 'high-interest' },
  { km: 'កាក់បៃតង (ប្រឌិត)', latin: 'Green Coin (invented)', kind: 'coins' },
] as const

type ByTwo = {
  readonly entered: readonly NetworkCommand[]
  readonly checked: readonly NetworkCommand[]
}

/** The warning list of a practice network, by two hands. */
export const practiceWarnings = (ids: () => string, today: LocalDate): ByTwo => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const warned = schemes.map((named, n) => ({
    warningId: ids(),
    ...named,
    rests: {
      on: 'authority' as const,
      who: 'national-bank' as const,
      seenOn: daysAfter(today, -30 * (n + 1)),
      document: 'Invented for practice',
    },
  }))
  return {
    entered: warned.map((said) => ({ ...envelope(), type: 'ProposeWarning', ...said })),
    checked: warned.map(({ warningId }) => ({
      ...envelope(),
      type: 'CheckWarning',
      warningId,
      how: 'official-page',
    })),
  }
}
