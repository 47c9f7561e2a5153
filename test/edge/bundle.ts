import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packedFolder } from '#src/cli/service/packed.ts'
import { packageFiles } from '#src/http/package-files.ts'

/** This house, or a copy of it where small faults are planted (`test/mutants/house.ts`). */
const root = process.env['SLIPS_HOUSE'] ?? fileURLToPath(new URL('../..', import.meta.url))
const kept = join(root, 'node_modules/.cache/edge')
const own = 'test/edge'
const ownFolder = join(root, own)

/** Nothing of a test asks the network: not for the news of the tool, nor where in the world it runs. */
export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false',
  CI: '1',
}

/** A Worker as it is deployed. */
export type Bundle = {
  /** The one file that is sent. */
  readonly file: string
  /** The folder of what is sent with it. */
  readonly assets: string
  /** What the tool said of it: its sizes and what it is bound to. */
  readonly said: string
}

/** What the Workers of these tests, and what is sent with each, are made of beside the service's own sources. */
const alsoOf = (entry: string | undefined): readonly string[] => [
  ...(entry === undefined
    ? []
    : globSync('*.ts', { cwd: ownFolder, exclude: ['*.test.ts'] }).map((one) => `${own}/${one}`)),
  ...globSync('src/exchange/practice-book/*', { cwd: root }),
  ...packageFiles.flatMap(({ of, stored }) => (of === undefined ? [stored] : [])),
]

/** The name of a bundle: with another letter in any source, package, asset or setting it is another one. */
export const bundleName = (config: string, entry?: string): string => {
  const hash = createHash('sha256').update(basename(packedFolder()))
  for (const path of [config, ...alsoOf(entry).toSorted()])
    hash.update(JSON.stringify(path)).update(readFileSync(resolve(root, path)))
  return `${parse(entry ?? config).name}-${hash.digest('hex').slice(0, 32)}`
}

const run = promisify(execFile)

const wrangler = async (
  config: string,
  entry: string | undefined,
  folder: string,
): Promise<string> => {
  const tool = dirname(createRequire(import.meta.url).resolve('wrangler/package.json'))
  const script = join(tool, 'bin/wrangler.js')
  const main = entry === undefined ? [] : [join(ownFolder, entry)]
  const { stdout } = await run(
    process.execPath,
    [script, 'deploy', ...main, '--dry-run', `--config=${config}`, `--outdir=${folder}`],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], ...quiet } },
  )
  return stdout
}

/** Whether this process is the one that makes a folder. */
const isOurs = (making: string): boolean => {
  try {
    mkdirSync(making)
    return true
  } catch {
    return false
  }
}

type Wanted = { readonly name: string; readonly config: string; readonly entry: string | undefined }

/** Fills a folder, which then is there as a whole, in the place of what was made of other sources. */
const make = async ({ name, config, entry }: Wanted, making: string): Promise<void> => {
  writeFileSync(join(making, 'said'), await wrangler(config, entry, making))
  cpSync(join(root, '.cache/edge-assets'), join(making, 'assets'), { recursive: true })
  for (const one of globSync(`${name.replace(/[^-]+$/, '')}*`, { cwd: kept }))
    rmSync(join(kept, one), { recursive: true, force: true })
  renameSync(making, join(kept, name))
}

const made = async (wanted: Wanted): Promise<string> => {
  const folder = join(kept, wanted.name)
  const making = join(kept, `making-${wanted.name}`)
  mkdirSync(kept, { recursive: true })
  for (let looks = 1; !existsSync(folder); looks += 1) {
    if (!isOurs(making)) {
      // Another process of this run makes it; one that still does after minutes has ended without a word.
      await setTimeout(50)
      if (looks % 6000 === 0) rmSync(making, { recursive: true, force: true })
    } else
      try {
        if (!existsSync(folder)) await make(wanted, making)
      } finally {
        rmSync(making, { recursive: true, force: true })
      }
  }
  return folder
}

/**
 * The Worker of a configuration, or of another entry below this folder, bundled as `wrangler deploy` does it: once for all
 * files of a run, and for the next run of the same sources.
 */
export const bundleOf = async (config: string, entry?: string): Promise<Bundle> => {
  const folder = await made({ name: bundleName(config, entry), config, entry })
  return {
    file: join(folder, globSync('*.js', { cwd: folder })[0]!),
    assets: join(folder, 'assets'),
    said: readFileSync(join(folder, 'said'), 'utf8'),
  }
}
