import type { Marked } from '#domain/access/marks.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { type NamedHead, compareHeads } from '#src/app/heads.ts'
import { note } from '#src/app/activity.ts'
import { allAtRest } from '#src/app/identity/at-rest.ts'
import { allMarkFaults, markAllAnew } from '#src/app/identity/marking.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { importArchive } from '#src/exchange/archive/import.ts'
import type { Kept } from '#src/edge/objects.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'

const archives = /^\/operator\/archives(?:\/([0-9a-f-]{36}))?$/

/** What a Worker may hold at once has an end; a larger fund goes to another host by another way. */
const bytesMax = 64 * 1024 * 1024

const secretMin = 32

const opens = (asked: Request, secret: unknown): boolean =>
  typeof secret === 'string' &&
  secret.length >= secretMin &&
  // Hashes are compared, so that how long it takes tells nothing of the secret.
  sha256(asked.headers.get('authorization') ?? '') === sha256(`Bearer ${secret}`)

const noted = (needs: AppNeeds, fundId: string, action: 'read-journal' | 'import-book') =>
  note(needs, {
    scope: fundId,
    actor: 'operator',
    device: '',
    action,
    outcome: action === 'read-journal' ? 'read' : 'done',
  })

const streamOf = (bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const parts = bytes[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { done, value } = await parts.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
    cancel: async () => void (await parts.return?.()),
  })
}

const carryOut = async (needs: AppNeeds, fundId: string): Promise<Response> => {
  if (!isUuid(fundId) || !(await needs.store.fundIds()).includes(fundId))
    return problem(404, 'not-found')
  await noted(needs, fundId, 'read-journal')
  const { store } = needs
  const archive = await exportArchive({ store, hash: sha256, digest: sha256Digest }, fundId)
  if (!archive) return problem(404, 'not-found')
  return new Response(streamOf(archive.bytes), {
    headers: { 'content-type': 'application/gzip', 'cache-control': 'no-store' },
  })
}

const carryIn = async (needs: AppNeeds, asked: Request): Promise<Response> => {
  const bytes = new Uint8Array(await asked.arrayBuffer())
  if (bytes.length > bytesMax) return problem(413, 'body-too-large')
  const open = async function* () {
    yield bytes
  }
  const { store } = needs
  const dryRun = new URL(asked.url).searchParams.get('dryRun') === 'true'
  const imported = await importArchive({ store, hash: sha256, digest: sha256Digest }, open, {
    dryRun,
  })
  if ('problem' in imported) return Response.json(imported, { status: 422 })
  if (!dryRun) await noted(needs, imported.fundId, 'import-book')
  return Response.json(imported)
}

const heads = '/operator/heads'

/** Which journals are not what was kept of them outside of where they are; `kept` says of how many something was. */
const compared = async ({ store }: AppNeeds, kept: readonly NamedHead[]): Promise<Response> =>
  Response.json({ kept: kept.length, problems: await compareHeads(store, kept) })

const marking = '/operator/marks'

/**
 * After an upgrade, once: takes in rows that bear no mark yet, and seals what lies in clear; and under a new pepper marks and
 * seals by it what was by the one before. There is
 * no command line here. What still bears none afterwards is told row by row.
 */
const markAnew = async (needs: AppNeeds): Promise<Response> => {
  const store = needs.store as AppNeeds['store'] & Marked
  const by = { actor: 'operator', device: '' }
  const told = await markAllAnew({ ...needs, store }, 'first', by)
  return Response.json({
    ...told,
    faults: await allMarkFaults(store),
    atRest: await allAtRest(store),
  })
}

/**
 * The operator's door, by which whole funds come and go: what whoever has the file may do on another
 * host. It is there only where OPERATOR_SECRET is bound, and for whoever has it; to everybody else it is
 * like any page that is not there. Undefined for what it is not about.
 */
export const operatorFor = async (
  asked: Request,
  {
    needs,
    secret,
    keptHeads = async () => [],
  }: {
    readonly needs: AppNeeds
    readonly secret: unknown
    readonly keptHeads?: Kept['keptHeads'] | undefined
  },
): Promise<Response | undefined> => {
  const { pathname } = new URL(asked.url)
  if (pathname === marking && asked.method === 'POST' && opens(asked, secret))
    return markAnew(needs)
  if (pathname === heads && asked.method === 'GET' && opens(asked, secret))
    return compared(needs, await keptHeads())
  const found = archives.exec(pathname)
  if (!found || !opens(asked, secret)) return undefined
  const fundId = found[1]
  if (asked.method === 'GET' && fundId !== undefined) return carryOut(needs, fundId)
  return asked.method === 'POST' && fundId === undefined ? carryIn(needs, asked) : undefined
}
