import type { z } from '@hono/zod-openapi'
import type { Action } from '#domain/access/table.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { Item } from '#src/app/submit.ts'
import { faultsOf } from '#src/http/api.ts'

type Named = { readonly id?: unknown; readonly type?: unknown }

const isNamed = (item: unknown): item is Named =>
  typeof item === 'object' && item !== null && !Array.isArray(item)

/** The item's id where it has one that can stand in an answer; anything else would be an echo. */
export const idOf = (item: unknown): string | null =>
  isNamed(item) && isUuid(item.id) ? item.id : null

/** The command's type where it is one of those known here. */
const typeOf = <Type extends string>(
  schemas: Readonly<Record<Type, unknown>>,
  item: unknown,
): Type | undefined =>
  isNamed(item) && typeof item.type === 'string' && Object.hasOwn(schemas, item.type)
    ? (item.type as Type)
    : undefined

/**
 * Reads one item by the schema of its type. What is read is what came, field for field: the command's
 * hash covers it.
 */
export const itemOf = <C extends { readonly type: Action }>(
  schemas: Readonly<Record<C['type'], z.ZodType>>,
  item: unknown,
): Item<C> => {
  if (!isNamed(item)) return { fault: { id: null, code: 'not-a-command', at: '' } }
  const id = idOf(item)
  const type = typeOf<C['type']>(schemas, item)
  if (type === undefined) return { fault: { id, code: 'type-unknown', at: '/type' } }
  const read = schemas[type].safeParse(item)
  if (read.success) return { command: read.data as C }
  const [first] = faultsOf(read.error.issues)
  return { fault: { id, type, code: first!.code, at: first!.pointer } }
}
