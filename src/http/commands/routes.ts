import { createRoute, z } from '@hono/zod-openapi'
import type { Action } from '#domain/access/table.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { note } from '#src/app/activity.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { Item, ItemAnswer } from '#src/app/submit.ts'
import { json, newApi, problems } from '#src/http/api.ts'
import { recordsInFund, recordsInNetwork, signedByPhone } from '#src/http/commands/access.ts'
import { answersSchema, toldOf } from '#src/http/commands/answers.ts'
import { soundJson } from '#src/http/commands/body.ts'
import { itemOf } from '#src/http/commands/items.ts'
import {
  fundCommand,
  fundSchemas,
  networkCommand,
  networkSchemas,
} from '#src/http/commands/schemas.ts'
import { approvalsIn, withoutApprovals } from '#src/http/commands/sent.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Sending, sendToFund, sendToNetwork } from '#src/http/gate.ts'

const itemsMax = 500

/**
 * A list of items, each read later by the schema of its own type, so that one odd item never blocks
 * the others. The documentation shows what it should be.
 */
const listOf = <C>(name: string) =>
  z.strictObject({
    commands: z
      .array(
        z
          .custom<C>(() => true)
          .openapi({ type: 'object', allOf: [{ $ref: `#/components/schemas/${name}` }] }),
        'list-missing',
      )
      .min(1, 'list-empty')
      .max(itemsMax, 'list-too-long'),
  })

const yesOrNo = () => z.enum(['true', 'false'], 'not-true-or-false').optional()

const query = z.strictObject({
  dryRun: yesOrNo().openapi({
    description: 'true: the same answers, and nothing is written but one line of the log',
  }),
  atomic: yesOrNo().openapi({
    description:
      'true: all is written or nothing. Where one item is not taken, `isWritten` is false and the others are answered as they would have been',
  }),
})

const modeIn = (how: z.output<typeof query>) => ({
  dryRun: how.dryRun === 'true',
  atomic: how.atomic === 'true',
})

const shared = {
  method: 'post' as const,
  security: [{ session: [] }, { token: [] }],
  'x-action': 'commands',
}

const responses = {
  200: json(answersSchema, 'What became of each command'),
  413: { ...problems[400], description: 'The body is too large' },
  415: { ...problems[400], description: 'The body is not application/json' },
  ...problems,
}

const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const fundRoute = createRoute({
  ...shared,
  path: '/v1/funds/{fundId}/commands',
  summary: 'Record what happened in a fund',
  description:
    'One command, a whole meeting, or the outbox of a phone. Each item is answered by itself; one that cannot be read or is not the caller’s to send never blocks the others. The same id with the same body is the same answer again, for ever. With dryRun=true the answers are the same and nothing is written; with atomic=true a whole meeting is written or none of it. A command of two people (a reversal, a vote) carries `approvals: [{login, secret}]` of the member whom it names, beside the command: it is checked and never kept. A phone sends `approvals: [{sealed}]` instead: the same as JSON, by HPKE to the key that it took along, for this command alone. A phone signs the whole body: `phone-key` is a point of P-256 and `phone-signature` an ECDSA signature (SHA-256) of `village-fund/batch/1 FUND` and the body behind a line end, both base64url. A device that has once signed is heard no more without.',
  middleware: [recordsInFund, soundJson, signedByPhone] as const,
  request: {
    params: z.object({ fundId: z.string().openapi({ format: 'uuid' }) }),
    query,
    body: bodyOf(listOf<Command>('FundCommand')),
  },
  responses,
})

const networkRoute = createRoute({
  ...shared,
  path: '/v1/networks/{networkId}/commands',
  summary: 'Record a decision of a network',
  middleware: [recordsInNetwork, soundJson] as const,
  request: {
    params: z.object({ networkId: z.string().openapi({ format: 'uuid' }) }),
    query,
    body: bodyOf(listOf<NetworkCommand>('NetworkCommand')),
  },
  responses,
})

type Sent<C extends { readonly type: Action }> = {
  readonly schemas: Readonly<Record<C['type'], z.ZodType>>
  readonly sent: readonly unknown[]
  readonly how: ReturnType<typeof modeIn>
  readonly send: (items: readonly Item<C>[], sending: Sending) => Promise<readonly ItemAnswer[]>
  readonly journalId: string
  readonly secondOf: NonNullable<Sending['secondOf']>
}

/** One line for a list that is tried and writes nothing: to try is work of the service, and tells its sender what would be. */
const noteTry = (context: HttpContext, scope: string): Promise<void> => {
  const { by } = context.get('caller')!
  return note(context.get('needs'), { ...by, scope, action: 'commands', outcome: 'tried' })
}

const answersTo = async <C extends (Command | NetworkCommand) & Envelope>(
  context: HttpContext,
  { schemas, sent, how, send, journalId, secondOf }: Sent<C>,
): Promise<z.output<typeof answersSchema>> => {
  const { dryRun, atomic } = how
  const items = sent.map((item) => itemOf<C>(schemas, withoutApprovals(item)))
  if (dryRun) await noteTry(context, journalId)
  const answers = await send(items, { dryRun, atomic, secondOf })
  const isWritten = !dryRun && (!atomic || answers.every(isAccepted))
  const told = atomic ? { isWritten } : {}
  const signer = isWritten ? context.get('needs').signer : undefined
  return { answers: toldOf(answers, journalId, signer), isDryRun: dryRun, ...told }
}

/** The one way to write: a list of commands to a fund or to a network, each answered by itself. */
export const commandRoutes = () => {
  const api = newApi()
  api.openAPIRegistry.register('FundCommand', fundCommand)
  api.openAPIRegistry.register('NetworkCommand', networkCommand)
  return api
    .openapi(fundRoute, async (context) => {
      const { commands: sent } = context.req.valid('json')
      const { fundId } = context.get('fund')
      const answers = await answersTo<Command>(context, {
        schemas: fundSchemas,
        sent,
        how: modeIn(context.req.valid('query')),
        send: (items, sending) => sendToFund(context, items, sending),
        journalId: fundId,
        secondOf: await approvalsIn(sent, { ...context.get('needs'), fundId }),
      })
      return context.json(answers, 200)
    })
    .openapi(networkRoute, async (context) => {
      const { networkId: journalId } = context.get('network')
      const { commands: sent } = context.req.valid('json')
      const answers = await answersTo<NetworkCommand>(context, {
        schemas: networkSchemas,
        sent,
        how: modeIn(context.req.valid('query')),
        send: (items, sending) => sendToNetwork(context, items, sending),
        journalId,
        secondOf: await approvalsIn(sent),
      })
      return context.json(answers, 200)
    })
}
