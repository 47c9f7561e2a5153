import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Server } from 'node:http'
import { pino } from 'pino'
import type { Store } from '#infra/db/store.ts'
import { alertFetcher } from '#infra/system/alert-feeds.ts'
import { askOnNode } from '#infra/system/alert-feeds-on-node.ts'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { phoneSealBy } from '#infra/system/phone-seal.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomIds, randomOnNode, sha256, sha256Digest, systemClock } from '#infra/system/system.ts'
import { dayIn } from '#src/app/network/home.ts'
import { linesTogether } from '#src/cli/service/lines-together.ts'
import { type Tls, openFor } from '#src/cli/service/listening.ts'
import { readerOnNode } from '#src/cli/service/reading.ts'
import { sealingIn } from '#src/cli/service/sealing.ts'
import { linkServiceOf, messageServiceOf } from '#src/cli/service/message-service.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import type { Configuration } from '#src/configuration.ts'
import { app } from '#src/http/app.ts'
import { measuring } from '#src/http/metrics/measured.ts'
import type { AppNeeds, Asset, CasesService, LogLine } from '#src/http/needs.ts'
import { type PackageFile, packageFiles } from '#src/http/package-files.ts'
import { version } from '#src/version.ts'

const folderOf = (name: string | undefined): string =>
  name === undefined
    ? fileURLToPath(new URL('..', import.meta.url))
    : dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/**
 * Files that anybody may have; nothing else of the disk is ever served. Those of packages, which pages need, are read at once,
 * and guides with their pictures when somebody asks for them.
 */
const loadAssets = (files: readonly PackageFile[]): Map<string, Asset> =>
  new Map(
    files.map(({ served, of, stored, type }) => {
      const read = () => new Uint8Array(readFileSync(join(folderOf(of), stored)))
      return [served, { bytes: of === undefined ? async () => read() : read(), type }]
    }),
  )

/** The packer is loaded when the app is first asked for: most starts of the program never need it. */
const appFile: AppNeeds['appFile'] = async (path) => {
  const { phoneFiles } = await import('#src/packing/phone-files.ts')
  return (await phoneFiles()).find((file) => file.path === path)
}

const levelOf = ({ MODE, LOG_LEVEL }: Configuration): string =>
  LOG_LEVEL ?? (MODE === 'live' ? 'info' : 'warn')

const severityOf = ({ status }: LogLine): 'error' | 'info' => (status >= 500 ? 'error' : 'info')

let errorLines: ReturnType<typeof linesTogether> | undefined

/** One JSON line a request on standard error, of the fields that the type allows and no others. */
const requestLog = (configuration: Configuration): AppNeeds['log'] => {
  const log = pino(
    { level: levelOf(configuration), base: null },
    (errorLines ??= linesTogether(pino.destination(2))),
  )
  return (line) => {
    const { requestId, method, route, status, ms, fault } = line
    log[severityOf(line)]({ requestId, method, route, status, ms, fault })
  }
}

/** The log, which counts too where somebody may read the counts. */
const measuredLog = (
  configuration: Configuration,
  store: Store,
): Pick<AppNeeds, 'log' | 'metrics'> => {
  const log = requestLog(configuration)
  const { METRICS_TOKEN: token } = configuration
  if (token === undefined) return { log }
  const measured = measuring()
  measured.watch('books_waiting', () => judgingIn(store).waiting())
  return {
    metrics: { token, measured },
    log: (line) => {
      measured.take(line)
      log(line)
    },
  }
}

/** The provider is asked, and its library loaded, when the first one comes by it. */
const providerOf = ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
}: Configuration): Pick<AppNeeds, 'provider'> => {
  if (issuer === undefined || clientId === undefined) return {}
  const load = async () =>
    (await import('#infra/system/oidc.ts')).oidcProvider({ issuer, clientId, clientSecret })
  let loaded: ReturnType<typeof load> | undefined
  const provider = () => (loaded ??= load())
  return {
    provider: {
      begin: async (returnTo) => (await provider()).begin(returnTo),
      finish: async (at, asked) => (await provider()).finish(at, asked),
    },
  }
}

export type ServiceOptions = {
  readonly store: Store
  readonly configuration: Configuration
  readonly isPractice: boolean
  readonly isReady: () => Promise<boolean>
  /** Left out, there is no desk of cases. */
  readonly cases?: CasesService | undefined
}

/** Everything that the service needs, from this machine. */
export const needsOnNode = ({
  store,
  configuration,
  isPractice,
  isReady,
  cases,
}: ServiceOptions): AppNeeds => {
  const world = { clock: systemClock, hash: sha256 }
  const { PUBLIC_URL: publicUrl, CAP_FEEDS: addresses, BOX_DIR } = configuration
  const sealing = sealingIn(configuration)
  const signer = signerOnNode({
    secret: configuration.SIGNING_SECRET,
    older: configuration.SIGNING_SECRET_OLD,
  })
  return {
    ...world,
    digest: sha256Digest,
    store,
    record: recorder({ ...world, journal: store }),
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
    secrets: secretsOnNode({
      pepper: configuration.PEPPER,
      older: configuration.PEPPER_OLD,
    }),
    reader: readerOnNode(),
    random: randomOnNode,
    signer,
    phoneSeal: phoneSealBy(signer),
    ...(sealing && { sealing }),
    ...(cases === undefined ? {} : { cases }),
    ...messageServiceOf(configuration),
    ...linkServiceOf(configuration),
    ...providerOf(configuration),
    ids: randomIds,
    timeZone: configuration.TIME_ZONE,
    today: () => dayIn(systemClock(), configuration.TIME_ZONE),
    isReady,
    isPractice,
    version,
    assets: loadAssets(packageFiles),
    appFile,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(BOX_DIR === undefined ? {} : { holdsTls: true }),
    ...(addresses.length === 0
      ? {}
      : { alertFeeds: { addresses, fetch: alertFetcher(askOnNode()) } }),
    ...measuredLog(configuration, store),
  }
}

export type Serving = { readonly url: string; readonly stop: () => Promise<void> }

const addressOf = (server: Server, host: string, isTls: boolean): string => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `${isTls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** How long a request may still take once the service was told to stop. */
const graceMs = 5000

/** Takes nothing new, lets what has begun come to its end, and then closes the store. */
const stopGently = (server: Server, store: Store): Promise<void> =>
  new Promise((stopped) => {
    const cut = setTimeout(() => {
      server.closeAllConnections()
    }, graceMs)
    server.close(() => {
      clearTimeout(cut)
      void store.close().then(stopped)
    })
  })

/** Serves until told to stop; answers once it listens. */
export const serveOnNode = (
  needs: AppNeeds,
  {
    store,
    host,
    port,
    tls,
  }: {
    readonly store: Store
    readonly host: string
    readonly port: number
    readonly tls?: Tls | undefined
  },
): Promise<Serving> => {
  return new Promise((resolve, reject) => {
    const server = openFor(app(needs), {
      host,
      port,
      tls,
      listens: () =>
        resolve({
          url: addressOf(server, host, tls !== undefined),
          stop: () => stopGently(server, store),
        }),
    })
    server.once('error', reject)
  })
}
