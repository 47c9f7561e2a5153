import { z } from '@hono/zod-openapi'
import type { Column, ColumnKind, Columns, ValueOf } from '#src/lists/column.ts'
import { day, id, sum } from '#src/http/reads/query.ts'

type Field<Value> = z.ZodType<Value, Value>

const ofKind: Readonly<Record<Exclude<ColumnKind, 'group'>, z.ZodType>> = {
  id,
  text: z.string(),
  code: z.string(),
  day,
  instant: z.string(),
  sum,
  number: z.int(),
  percent: z.number(),
  'yes-no': z.boolean(),
}

const fieldOf = ({ kind, choices }: Column<never>): z.ZodType =>
  kind === 'group' ? z.unknown() : choices ? z.enum(choices.map(String)) : ofKind[kind]

/** Columns of which no kind tells all: a value that may be missing, and several at once. */
type NotPlain<C> = {
  [Key in keyof C]: ValueOf<C[Key]> extends string | number | boolean ? never : Key
}[keyof C]

/** Fields of an answer, made of the columns of a list by their kinds; `own` are those of which more is told. */
export const answerFieldsOf = <
  C extends Columns,
  const Own extends Readonly<Record<NotPlain<C>, z.ZodType>>,
>(
  columns: C,
  own: Own,
) =>
  Object.fromEntries(
    Object.entries({ ...columns, ...own }).map(([key, one]) => [
      key,
      'kind' in one ? fieldOf(one) : one,
    ]),
  ) as unknown as {
    readonly [Key in keyof C]: Key extends keyof Own ? Own[Key] : Field<ValueOf<C[Key]>>
  }
