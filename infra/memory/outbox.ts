import type { Kept, Outbox } from '#domain/phone/outbox.ts'

/** An outbox in memory: for tests, and for trying a phone without one. */
export const memoryOutbox = (): Outbox => {
  const funds = new Map<string, Kept[]>()
  const of = (fundId: string): Kept[] => funds.get(fundId) ?? []
  const changed = (fundId: string, change: (one: Kept) => Kept): void => {
    funds.set(fundId, of(fundId).map(change))
  }
  return {
    all: async (fundId) => of(fundId),
    add: async (fundId, some) => {
      const all = [...of(fundId)]
      for (const one of some)
        if (!all.some(({ command }) => command.id === one.command.id))
          all.push({ ...one, place: (all.at(-1)?.place ?? 0) + 1 })
      funds.set(fundId, all)
    },
    tell: async (fundId, told) => {
      const by = new Map(told.map((one) => [one.id, one]))
      changed(fundId, (one) => {
        const own = by.get(one.command.id)
        return own ? { ...one, told: own } : one
      })
    },
    see: async (fundId, id) =>
      changed(fundId, (one) => (one.command.id === id ? { ...one, isSeen: true } : one)),
  }
}
