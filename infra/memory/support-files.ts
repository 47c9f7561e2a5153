import type { HeldClaim, SealedFile, SupportFiles } from '#domain/grants/files.ts'

export const supportFiles = (): SupportFiles => {
  const files = new Map<string, SealedFile>()
  const claims = new Map<string, HeldClaim>()
  const keyOf = (fundId: string, code: string): string => `${fundId} ${code}`
  const heldIn = (networkId: string, wanted: readonly string[], day: string) =>
    [...claims.values()].filter(
      (one) => one.networkId === networkId && wanted.includes(one.claim) && one.untilOn >= day,
    )
  return {
    keepSupportFile: async (file) => void files.set(keyOf(file.fundId, file.code), file),
    resealSupportFile: async (fundId, { code, seen, sealed }) => {
      const key = keyOf(fundId, code)
      if (files.get(key)?.sealed !== seen) return 'stale'
      files.set(key, { fundId, code, sealed })
      return 'kept'
    },
    supportFile: async (fundId, code) => files.get(keyOf(fundId, code)),
    supportFiles: async (fundId) =>
      [...files.values()]
        .filter((file) => file.fundId === fundId)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    dropSupportFile: async (fundId, code) => void files.delete(keyOf(fundId, code)),
    takeClaims: async (networkId, { holder, claims: wanted, day }) => {
      const names = wanted.map(({ claim }) => claim)
      if (heldIn(networkId, names, day).some((one) => one.holder !== holder)) return 'held'
      for (const one of wanted)
        claims.set(`${networkId} ${one.claim}`, { ...one, networkId, holder })
      return 'taken'
    },
    claimHolders: async (networkId, wanted, day) =>
      [...new Set(heldIn(networkId, wanted, day).map(({ holder }) => holder))].toSorted(),
    dropClaims: async (networkId, holder) => {
      for (const [key, one] of claims)
        if (one.networkId === networkId && one.holder === holder) claims.delete(key)
    },
  }
}
