import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

type Environment = Readonly<Record<string, string | undefined>>

type Found = {
  readonly executablePath: string
  /** What the browser needs in its environment besides ours. */
  readonly env?: Readonly<Record<string, string>>
}

/** A place where a browser may be: what it is called in a complaint, and how to find it there. */
type Place = { readonly called: string; readonly find: () => Promise<Found | undefined> }

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const root = fileURLToPath(new URL('../..', import.meta.url))

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const systemFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin']

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const given = (path: string): Place => ({
  called: 'CHROME_PATH',
  find: async () => (isRunnable(path) ? { executablePath: path } : undefined),
})

const systems = (environment: Environment): Place[] => {
  const folders = [...(environment['PATH'] ?? '').split(delimiter), ...systemFolders]
  return systemNames.map((name) => ({
    called: `${name} of this system`,
    find: async () => {
      const path = folders
        .filter((folder) => folder !== '')
        .map((folder) => join(folder, name))
        .find(isRunnable)
      return path === undefined ? undefined : { executablePath: path }
    },
  }))
}

/* The package's own settings name folders that are not where its fonts are unpacked here. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/* A process of its own, because the package reads where to unpack from the environment. */
const unpackInto = (folder: string): Promise<unknown> =>
  promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "await (await import('@sparticuz/chromium')).default.executablePath()",
    ],
    {
      cwd: root,
      env: { TMPDIR: folder, HOME: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    },
  )

/**
 * The browser that npm installed, unpacked once for each of its versions. The package unpacks into
 * the temporary folder and takes any file there for a whole one, so that two test files at once could
 * start half a browser: each unpacks into a folder of its own, and the first to end gives it its name.
 */
const unpacked = async (): Promise<Found> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as {
    version: string
  }
  const cache = join(root, '.cache')
  const home = join(cache, `chromium-${version}`)
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true })
    const own = mkdtempSync(join(cache, 'chromium-unpacking-'))
    try {
      await unpackInto(own)
      writeFileSync(join(own, 'fonts.conf'), fontSettings)
      renameSync(own, home)
    } catch (error) {
      rmSync(own, { recursive: true, force: true })
      if (!existsSync(home)) throw error
    }
  }
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
    },
  }
}

const fromPackage: Place = { called: 'the package @sparticuz/chromium', find: unpacked }

/** Where to look, in order. A CHROME_PATH is a decision: nothing else is tried after it. */
const placesIn = (environment: Environment): readonly Place[] => {
  const path = environment['CHROME_PATH']
  if (path !== undefined && path !== '') return [given(path)]
  return environment['BROWSER'] === 'package'
    ? [fromPackage]
    : [...systems(environment), fromPackage]
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

/**
 * Starts a headless Chromium: that of `CHROME_PATH`, else one of this system, else the one that npm
 * installed (`BROWSER=package` takes that one at once). With none, it throws and says what was tried:
 * a test without a browser fails. The flags of the package are left aside, because they switch off
 * web security and put all pages into one process, which dies with the first of them.
 */
export const launchBrowser = async (environment: Environment = process.env): Promise<Browser> => {
  const tried: string[] = []
  for (const { called, find } of placesIn(environment)) {
    try {
      const found = await find()
      if (found) {
        const { executablePath, env } = found
        const whole = Object.entries({ ...environment, ...env }).filter(
          ([, one]) => one !== undefined,
        )
        return await chromium.launch({
          executablePath,
          args: flags,
          env: Object.fromEntries(whole) as Record<string, string>,
          timeout: 110_000,
        })
      }
      tried.push(`${called}: not there, or not a program`)
    } catch (error) {
      tried.push(`${called}: does not start: ${firstLine(error)}`)
    }
  }
  throw new Error(
    `no browser for the tests; CHROME_PATH may name a Chromium\n${tried.map((one) => `- ${one}`).join('\n')}`,
  )
}
