import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unstable_startWorker } from 'wrangler'
import { bundleOf, quiet } from '#test/edge/bundle.ts'
import { running } from '#test/edge/running.ts'

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
  const { file, assets } = await bundleOf(config, entry)
  const bindings = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, { type: 'plain_text' as const, value }]),
  )
  const worker = await unstable_startWorker({
    config: inRoot(config),
    bindings,
    entrypoint: file,
    assets,
    // It is bundled as it is deployed, and its assets are made.
    build: { bundle: false, custom: { command: '' } },
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
  running.add(url)
  const stop = async (): Promise<void> => {
    running.delete(url)
    await worker.dispose()
    if (own !== undefined) dropFolder(own)
  }
  return { url, stop }
}
