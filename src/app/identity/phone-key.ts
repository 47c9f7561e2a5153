import { type PhoneSeal, batchSigned } from '#domain/phone/sealing.ts'
import type { Notes, SessionRow } from '#domain/ports.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { isSteppedUp } from '#src/app/identity/sessions.ts'

/** A list of commands as it came: every byte, and the key and signature that came with it. */
export type Batch = {
  readonly fundId: string
  readonly body: string
  readonly key: string | undefined
  readonly signature: string | undefined
}

type Needs = IdentityNeeds & {
  readonly store: Notes
  readonly phoneSeal?: PhoneSeal | undefined
}

/** A point of P-256 as a phone sends it, written in one way alone. */
const keyPattern = /^[\w-]{87}$/

/** Beside the fund's journal stands by which key a device signs: a public one, which opens nothing. */
const subjectOf = (deviceId: string): string => `phone:${deviceId}`

/**
 * Whether a list of commands comes from the phone that it says: a device that once signed for a fund signs for ever, so that
 * whoever copied its cookies sends nothing by them. Its first key is taken as it comes. Another one, of a phone whose storage
 * was cleared, is taken while somebody has just given a secret on it.
 */
export const isFromPhone = async (
  needs: Needs,
  session: SessionRow,
  { fundId, body, key, signature = '' }: Batch,
): Promise<boolean> => {
  const subject = subjectOf(session.deviceId)
  const known = await needs.store.noteOf(fundId, subject)
  if (key === undefined) return known === undefined
  if (!keyPattern.test(key)) return false
  if (known !== undefined && known !== key && !isSteppedUp(needs, session)) return false
  const text = batchSigned(fundId, body)
  if (!(await needs.phoneSeal?.isSigned({ text, key, signature }))) return false
  if (known !== key) await needs.store.keep(fundId, [{ subject, text: key }])
  return true
}
