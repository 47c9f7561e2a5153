import type { LeafChange } from '#domain/cases/leaves.ts'
import type { FoundCover } from '#src/app/cases/covers.ts'
import { rollChanges } from '#src/app/cases/rolls.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'

/** What has to go so that nothing is left of a case: file, keys and place. */
export const goneChanges = async (
  needs: CaseNeeds,
  { id, seen, cover: { code, wraps, body } }: FoundCover,
): Promise<readonly LeafChange[]> => {
  const { networkId } = needs
  const owners = [{ networkId }, ...Object.keys(wraps).map((userId) => ({ networkId, userId }))]
  const rolls = await Promise.all(
    owners.map((owner) => rollChanges(needs, owner, { code, cover: undefined })),
  )
  const pieces = await needs.leaves.read(body)
  return [
    { id, seen, sealed: undefined },
    ...[...pieces].map(([leaf, sealed]) => ({ id: leaf, seen: sealed, sealed: undefined })),
    ...rolls.flat(),
  ]
}
