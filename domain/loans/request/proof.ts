import { type Said, described, group, id, list, optional, text } from '#domain/kernel/shape.ts'

const cannotHold = 'proof-cannot-hold'
const witnessesMax = 5

/** Who saw that the money changed hands, and the hash of a paper or a picture that is kept elsewhere. */
export const proof = described(
  group({
    witnesses: optional(list(id('member'), { max: witnessesMax, tooLong: cannotHold })),
    hash: optional(text(/^[0-9a-f]{64}$/, { code: cannotHold, example: '5f'.repeat(32) })),
  }),
  'Who saw it, and the SHA-256 of a paper that is kept elsewhere',
)
export type Proof = Said<typeof proof.of>

type Around = { readonly isMember: (memberId: string) => boolean; readonly borrower: string }

/**
 * Where a proof cannot hold; undefined for no proof too, because nobody is made to bring one. Nobody is two
 * witnesses, nor witness of the own pay-out.
 */
export const proofFault = (
  { witnesses = [] }: Proof = {},
  { isMember, borrower }: Around,
): string | undefined => {
  const areOthers = new Set(witnesses).add(borrower).size === witnesses.length + 1
  return areOthers && witnesses.every(isMember) ? undefined : '/proof/witnesses'
}
