import { alertFetcher } from '#infra/system/alert-feeds.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { secretsAtEdge } from '#infra/system/secrets-at-edge.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { phoneSealBy } from '#infra/system/phone-seal.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomIds, randomOnNode, sha256, sha256Digest, systemClock } from '#infra/system/system.ts'
import { underTheRoof } from '#src/app/cases/roof.ts'
import { dayIn } from '#src/app/network/home.ts'
import type { Configuration } from '#src/configuration.ts'
import type { Bound } from '#src/edge/bindings.ts'
import { requestLog } from '#src/edge/log.ts'
import { messagesAtEdge } from '#src/edge/messages.ts'
import type { Kept } from '#src/edge/objects.ts'
import type { AppNeeds, Asset } from '#src/http/needs.ts'
import { readerHere } from '#src/exchange/reader.ts'
import { packageFiles } from '#src/http/package-files.ts'
import { version } from '#src/version.ts'

/** Files that lie beside the Worker, fetched when somebody asks. Any host name will do there. */
const assetsIn = ({ ASSETS }: Bound): ReadonlyMap<string, Asset> =>
  new Map(
    packageFiles.map(({ served, type }) => {
      const bytes = async () => {
        const found = await ASSETS.fetch(`http://assets${served}`)
        if (!found.ok) throw new Error(`${served} was not brought along`)
        return new Uint8Array(await found.arrayBuffer())
      }
      return [served, { bytes, type }]
    }),
  )

/** A file of the meeting app, which lies beside the Worker too. */
const appFileIn =
  ({ ASSETS }: Bound): NonNullable<AppNeeds['appFile']> =>
  async (path) => {
    const found = await ASSETS.fetch(`http://assets${path}`)
    if (!found.ok) return undefined
    return { type: found.headers.get('content-type') ?? 'text/plain', text: await found.text() }
  }

/** Everything that the service needs, from what is bound to a Worker. */
export const needsAtEdge = (
  bindings: Bound,
  configuration: Configuration,
  { store, record, recordNetwork, isReady, leaves, kept }: Kept,
): AppNeeds => {
  const { PUBLIC_URL: publicUrl, TIME_ZONE: timeZone, CAP_FEEDS: addresses } = configuration
  const { CASES_SECRET: secret, CASES_SECRET_OLD: older } = configuration
  const cases =
    secret === undefined ? undefined : { leaves, kept, keys: caseKeysBy({ secret, older }) }
  const signer = signerOnNode({
    secret: configuration.SIGNING_SECRET,
    older: configuration.SIGNING_SECRET_OLD,
  })
  return {
    store: cases ? underTheRoof(store, cases) : store,
    record,
    recordNetwork,
    isReady,
    clock: systemClock,
    hash: sha256,
    digest: sha256Digest,
    secrets: secretsAtEdge({
      pepper: configuration.PEPPER,
      older: configuration.PEPPER_OLD,
    }),
    // No threads here: the counts of cells, rows and bytes bound what is read.
    reader: readerHere(sha256),
    random: randomOnNode,
    signer,
    phoneSeal: phoneSealBy(signer),
    ...(configuration.SUPPORT_SECRET === undefined
      ? {}
      : {
          sealing: sealingBy({
            secret: configuration.SUPPORT_SECRET,
            older: configuration.SUPPORT_SECRET_OLD,
          }),
        }),
    ...(cases === undefined ? {} : { cases }),
    ...messagesAtEdge(configuration),
    ids: randomIds,
    timeZone,
    today: () => dayIn(systemClock(), timeZone),
    isPractice: configuration.MODE === 'practice',
    version,
    assets: assetsIn(bindings),
    appFile: appFileIn(bindings),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(addresses.length === 0 ? {} : { alertFeeds: { addresses, fetch: alertFetcher() } }),
    log: requestLog(configuration),
  }
}
