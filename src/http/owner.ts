import { givesOwnSecret } from '#src/app/identity/entering.ts'
import { isOwnersSecret } from '#src/app/members/owners-word.ts'
import type { HttpContext } from '#src/http/env.ts'

/** Whether whoever asks gives the own secret. People of the practice fund came by a door and have none to give. */
export const isOwner = async (context: HttpContext, secret: string): Promise<boolean> => {
  const needs = context.get('needs')
  const { session } = context.get('caller')!
  return (needs.isPractice && secret === '') || givesOwnSecret(needs, session, secret)
}

/** The same before private savings: where there is a card its PIN is asked, whatever whoever asks is signed in by. */
export const isOwnerInPrivate = async (
  context: HttpContext,
  memberId: string,
  secret: string,
): Promise<boolean> => {
  const needs = context.get('needs')
  if (needs.isPractice && secret === '') return true
  const { fundId } = context.get('fund')
  const { session } = context.get('caller')!
  return givesOwnSecret(needs, session, secret, (typed) =>
    isOwnersSecret(needs, session, { fundId, memberId, secret: typed }),
  )
}
