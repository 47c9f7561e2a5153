import { z } from '@hono/zod-openapi'
import { type Approval, ofTwoPeople } from '#src/app/approvals.ts'
import { idOf } from '#src/http/commands/items.ts'

const lengthMax = 200

/** The word of a second person, beside the command and not in it: no secret is ever hashed or kept. */
const approvalsSchema = z
  .array(z.strictObject({ login: z.string().max(lengthMax), secret: z.string().max(lengthMax) }))
  .max(1)

const approvalIn = (item: unknown): Approval | undefined => {
  const given = typeof item === 'object' && item !== null && 'approvals' in item
  const read = given ? approvalsSchema.safeParse(item.approvals) : undefined
  return read?.success ? read.data[0] : undefined
}

/** What second people have said beside commands, by the command's id. */
export const approvalsIn = (sent: readonly unknown[]): ((id: string) => Approval | undefined) => {
  const approvals = new Map(sent.map((item) => [idOf(item), approvalIn(item)]))
  return (id) => approvals.get(id)
}

/** An item as the command that it is, without what was said beside it where that may be said. */
export const withoutApprovals = (item: unknown): unknown => {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
  const { approvals: _, ...command } = item as Readonly<Record<string, unknown>>
  const { type } = command
  return typeof type === 'string' && ofTwoPeople.includes(type) ? command : item
}
