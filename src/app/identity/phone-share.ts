import type { Hasher, Signer } from '#domain/ports.ts'

/** For so many days a phone keeps its part of the key without asking for it again. */
export const offlineDays = 45

/**
 * The service's part of the key to what lies on a phone: derived from the secret of the service, so that no database has it,
 * for one person on one device. It never changes, because what was closed with it must open again.
 */
export const phoneShareOf = (
  { signer, hash }: { readonly signer: Signer; readonly hash: Hasher },
  {
    fundId,
    actor,
    device,
  }: { readonly fundId: string; readonly actor: string; readonly device: string },
): string => hash(signer.mark(fundId, `village-fund/phone-share/1 ${actor} ${device}`))
