import { givesOwnSecret } from '#src/app/identity/entering.ts'
import type { HttpContext } from '#src/http/env.ts'

/** Whether whoever asks gives the own secret. People of the practice fund came by a door and have none to give. */
export const isOwner = async (context: HttpContext, secret: string): Promise<boolean> => {
  const needs = context.get('needs')
  const { session } = context.get('caller')!
  return (needs.isPractice && secret === '') || givesOwnSecret(needs, session, secret)
}
