/** Who saw that the money changed hands, and the hash of a paper or a picture that is kept elsewhere. */
export type Proof = { readonly witnesses?: readonly string[]; readonly hash?: string }

/** A SHA-256 as 64 hexadecimal digits. */
export const isTextHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const witnessesMax = 5

type Around = { readonly isMember: (memberId: string) => boolean; readonly borrower: string }

/**
 * Where a proof cannot hold; undefined for no proof too, because nobody is made to bring one. Nobody is two
 * witnesses, nor witness of the own pay-out.
 */
export const proofFault = (
  { witnesses = [], hash }: Proof = {},
  { isMember, borrower }: Around,
): string | undefined => {
  if (hash !== undefined && !isTextHash(hash)) return '/proof/hash'
  const areOthers = new Set(witnesses).add(borrower).size === witnesses.length + 1
  const isKnown = witnesses.length <= witnessesMax && witnesses.every(isMember)
  return areOthers && isKnown ? undefined : '/proof/witnesses'
}
