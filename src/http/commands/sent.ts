import { z } from '@hono/zod-openapi'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type PhoneSeal, aboutWord } from '#domain/phone/sealing.ts'
import type { Hasher } from '#domain/ports.ts'
import { type Approval, ofTwoPeople } from '#src/app/approvals.ts'
import { idOf } from '#src/http/commands/items.ts'

const lengthMax = 200
const sealedMax = 2000

const plain = z.strictObject({
  login: z.string().max(lengthMax),
  secret: z.string().max(lengthMax),
})

/**
 * The word of a second person, beside the command and not in it: no secret is ever hashed or kept. A phone sends it sealed,
 * because it may lie there for days.
 */
const approvalsSchema = z
  .array(z.union([plain, z.strictObject({ sealed: z.string().max(sealedMax) })]))
  .max(1)

/** What opens what phones have sealed; left out, none of it opens. */
type Opening = {
  readonly fundId: string
  readonly hash: Hasher
  readonly phoneSeal?: PhoneSeal | undefined
}

/** An item as the command that it is, without what was said beside it where that may be said. */
export const withoutApprovals = (item: unknown): unknown => {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
  const { approvals: _, ...command } = item as Readonly<Record<string, unknown>>
  const { type } = command
  return typeof type === 'string' && ofTwoPeople.includes(type) ? command : item
}

/** A word that was given on a phone for this very command; undefined for any other. */
const opened = async (
  item: unknown,
  sealed: string,
  { fundId, hash, phoneSeal }: Opening,
): Promise<Approval | undefined> => {
  try {
    const about = aboutWord(fundId, hash(canonicalJson(withoutApprovals(item) as Json)))
    const text = await phoneSeal?.open({ fundId, about, sealed })
    return text === undefined ? undefined : plain.safeParse(JSON.parse(text)).data
  } catch {
    // Neither a command with half a riel in it nor a text that is no JSON is anybody's word.
    return undefined
  }
}

const approvalIn = async (
  item: unknown,
  opening: Opening | undefined,
): Promise<Approval | undefined> => {
  const given = typeof item === 'object' && item !== null && 'approvals' in item
  const read = given ? approvalsSchema.safeParse(item.approvals) : undefined
  const one = read?.data?.[0]
  if (one === undefined || 'login' in one) return one
  return opening && opened(item, one.sealed, opening)
}

/** What second people have said beside commands, by the command's id. */
export const approvalsIn = async (
  sent: readonly unknown[],
  opening?: Opening,
): Promise<(id: string) => Approval | undefined> => {
  const approvals = new Map<string | null, Approval | undefined>()
  for (const item of sent) approvals.set(idOf(item), await approvalIn(item, opening))
  return (id) => approvals.get(id)
}
