import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unstable_startWorker } from 'wrangler'

/** Nothing of a test asks the network: not for the news of the tool, nor where in the world it runs. */
export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false',
  CI: '1',
}
Object.assign(process.env, quiet)

const inRoot = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))

/** Memory where there is some that looks like a disk: a Worker asks the disk to keep each write at once. */
const quickFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export const newFolder = (): string => mkdtempSync(join(quickFolder, 'village-fund-'))
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

export type Running = {
  /** Without a slash at the end. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts a Worker in the real runtime, with the service's own configuration. */
export const startWorker = async ({
  config = 'wrangler.toml',
  entry,
  settings = {},
  folder,
}: {
  readonly config?: string
  /** Another entry than the service's, below this folder. */
  readonly entry?: string
  readonly settings?: Readonly<Record<string, string>>
  /** Where what is kept outlives the Worker; left out, it does not. */
  readonly folder?: string
} = {}): Promise<Running> => {
  const own = folder === undefined ? newFolder() : undefined
  const bindings = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, { type: 'plain_text' as const, value }]),
  )
  const worker = await unstable_startWorker({
    config: inRoot(config),
    bindings,
    ...(entry === undefined ? {} : { entrypoint: fileURLToPath(new URL(entry, import.meta.url)) }),
    dev: {
      server: { port: 0, hostname: '127.0.0.1' },
      inspector: false,
      persist: folder ?? own!,
      watch: false,
      logLevel: 'error',
    },
  })
  await worker.ready
  const url = String(await worker.url).replace(/\/$/, '')
  const stop = async (): Promise<void> => {
    await worker.dispose()
    if (own !== undefined) dropFolder(own)
  }
  return { url, stop }
}
