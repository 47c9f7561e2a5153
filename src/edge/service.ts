import { StorageUnavailable } from '#domain/ports.ts'
import { type Configuration, readConfiguration } from '#src/configuration.ts'
import type { Bound } from '#src/edge/bindings.ts'
import { firstLinkFor } from '#src/edge/first-link.ts'
import { say } from '#src/edge/log.ts'
import { needsAtEdge } from '#src/edge/needs.ts'
import type { After, Kept } from '#src/edge/objects.ts'
import { operatorFor } from '#src/edge/operator.ts'
import { unusedHere } from '#src/edge/unused.ts'
import { roundOf } from '#src/edge/rounds.ts'
import { app } from '#src/http/app.ts'
import { problem } from '#src/http/problem.ts'

/** The service of one Worker: what answers, and what it does each minute and each hour whoever comes by. */
type EdgeService = {
  readonly serve: (asked: Request, after: After) => Response | Promise<Response>
  readonly round: (cron: string, after: After) => Promise<void>
}

/** The settings and secrets among what is bound. Anybody can reach a Worker, so a live one has an address. */
const settingsIn = (bindings: Bound): Readonly<Record<string, string>> => {
  const texts = Object.entries(bindings).filter(([, value]) => typeof value === 'string')
  const settings = Object.fromEntries(texts) as Record<string, string>
  return settings['MODE'] === 'practice' ? settings : { ...settings, HOST: 'workers' }
}

/** What is packed already goes out as it is: the runtime would pack it once more by its header. */
const asItIs = (answer: Response): Response => {
  if (!answer.headers.has('content-encoding')) return answer
  const { status, headers, body } = answer
  const init: ResponseInit & { readonly encodeBody: 'manual' } = {
    status,
    headers,
    encodeBody: 'manual',
  }
  return new Response(body, init)
}

const serving = (bindings: Bound, configuration: Configuration, kept: Kept): EdgeService => {
  const unused = unusedHere(bindings)
  if (unused.length > 0)
    say('warn', { unused, why: 'Workers do none of it: docs/hosts/workers.md' })
  const needs = needsAtEdge(bindings, configuration, kept)
  const routes = app(needs)
  const answer = async (asked: Request): Promise<Response> =>
    (await firstLinkFor(asked, { needs, bindings })) ??
    (await operatorFor(asked, {
      needs,
      secret: bindings['OPERATOR_SECRET'],
      keptHeads: kept.keptHeads,
    })) ??
    asItIs(await routes.fetch(asked))
  const serve: EdgeService['serve'] = async (asked, after) => {
    try {
      return await kept.around(() => answer(asked), after)
    } catch (error) {
      if (error instanceof StorageUnavailable)
        return problem(503, 'storage-unavailable', { retryAfterSeconds: 5 })
      // Nobody but the operator comes here, who reads the log.
      say('error', { fault: error instanceof Error ? error.stack : 'unknown' })
      return problem(500, 'internal-error')
    }
  }
  return {
    serve,
    round: (cron, after) => kept.around(() => roundOf(needs, { before: kept.store, cron }), after),
  }
}

/** Without its settings nothing is served and nothing is guessed; the log says what is missing. */
const notServing = (faults: readonly string[]): EdgeService => {
  say('error', { faults })
  return {
    serve: () => problem(503, 'not-ready', { retryAfterSeconds: 60 }),
    round: async () => {},
  }
}

/** The service of one Worker, made when it is first asked. */
export const serviceOf = (bindings: Bound, keep: () => Kept): EdgeService => {
  const read = readConfiguration(settingsIn(bindings))
  return 'faults' in read ? notServing(read.faults) : serving(bindings, read.configuration, keep())
}
