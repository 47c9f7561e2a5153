import type { MessageRow, MessageRows } from '#domain/fund/messages.ts'

const keyOf = (networkId: string, { kind, mark }: Pick<MessageRow, 'kind' | 'mark'>): string =>
  [networkId, kind, mark].join(' ')

export const messageRows = (): MessageRows => {
  const rows = new Map<string, MessageRow>()
  return {
    messageRow: async (networkId, kind, mark) => rows.get(keyOf(networkId, { kind, mark })),
    messageRows: async (networkId, kind, fundId) =>
      [...rows.values()]
        .filter((row) => row.networkId === networkId && row.kind === kind && row.fundId === fundId)
        .toSorted((a, b) => (a.mark < b.mark ? -1 : 1)),
    changeMessageRows: async (networkId, { keep = [], drop = [], seen = [] }) => {
      const isAsSeen = seen.every((one) => rows.get(keyOf(networkId, one))?.sealed === one.sealed)
      if (!isAsSeen) return 'stale'
      for (const one of drop) rows.delete(keyOf(networkId, one))
      for (const one of keep) rows.set(keyOf(networkId, one), { ...one, networkId })
      return 'changed'
    },
  }
}
