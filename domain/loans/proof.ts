/** Who saw that the money changed hands, and the hash of a paper or a picture that is kept elsewhere. */
export type Proof = { readonly witnesses?: readonly string[]; readonly hash?: string }

const witnessesMax = 5

/** Where a proof cannot hold; undefined for no proof too, because nobody is made to bring one. */
export const proofFault = (
  { witnesses = [], hash }: Proof = {},
  isMember: (memberId: string) => boolean,
): string | undefined => {
  if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash)) return '/proof/hash'
  const isKnown = witnesses.length <= witnessesMax && witnesses.every(isMember)
  return isKnown ? undefined : '/proof/witnesses'
}
