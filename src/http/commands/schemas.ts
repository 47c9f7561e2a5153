import { z } from '@hono/zod-openapi'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import type { Shape, Shapes } from '#domain/kernel/shape.ts'
import { type AsRead, schemasOf } from '#src/http/commands/schema-of.ts'

/** One schema for each type of command, which reads nothing that the domain's type does not hold. */
type SchemasOf<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: z.ZodType<AsRead<Extract<C, { readonly type: Type }>>>
}

/** A household's own page and phone answer by themselves: nobody sends `page` or `message` for it. */
const narrower = {
  RecordConfirmationAnswer: { by: z.enum(['slip', 'in-person'], 'word-unknown') },
}

/** What an older book may leave out, and whoever sends it now does not: of a cost what it was. */
const toldNow: Readonly<Record<string, readonly string[]>> = {
  RecordExpense: ['kind', 'purpose', 'payee'],
}

const asNow = (shapes: Shapes, told: readonly string[]): Shapes =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const { isOptional, ...always } = shape
      return [name, isOptional === undefined || !told.includes(name) ? shape : (always as Shape)]
    }),
  )

/** The operations as they are sent: their types are those of the domain. */
const sent = operations.map((one) => ({
  ...one,
  asks: asNow(one.asks, toldNow[one.command] ?? []),
})) as unknown as typeof operations

export const fundSchemas = {
  ...schemasOf(sent, narrower),
} satisfies SchemasOf<Command>

export const networkSchemas = {
  ...schemasOf(networkOperations.list),
} satisfies SchemasOf<NetworkCommand>

const fundSchemaList = Object.values(fundSchemas)
const networkSchemaList = Object.values(networkSchemas)
type FundSchema = (typeof fundSchemaList)[number]
type NetworkSchema = (typeof networkSchemaList)[number]

/** Everything that can be sent to a fund, told apart by `type`. */
export const fundCommand = z
  .discriminatedUnion('type', fundSchemaList as [FundSchema, ...FundSchema[]])
  .openapi('FundCommand')

/** Everything that can be sent to a network. */
export const networkCommand = z
  .discriminatedUnion('type', networkSchemaList as [NetworkSchema, ...NetworkSchema[]])
  .openapi('NetworkCommand')
