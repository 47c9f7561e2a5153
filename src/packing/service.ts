import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'

/* Packs the service into a folder, which is there as a whole or not at all: `node src/packing/service.ts FOLDER`. */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What was loaded before what is packed, and is not to be loaded a second time. */
const loadedBefore = ['cli/loading.ts', 'cli/service/packed.ts'].map((path) => `#src/${path}`)

/** A file finds what lies beside it from where it is written. */
const asWritten: Plugin = {
  name: 'as-written',
  resolveId: (id) =>
    loadedBefore.includes(id)
      ? { id: pathToFileURL(join(root, id.slice(1))).href, external: true }
      : undefined,
  transform: (code, id) =>
    code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : undefined,
}

/** Zod brings its messages in sixty languages; ours are our own, and English is what it begins with. */
const oneLocale: Plugin = {
  name: 'one-locale',
  resolveId: (id, importer = '') =>
    id === '../locales/index.js' && /\/zod\//.test(importer)
      ? join(dirname(importer), '../locales/en.js')
      : undefined,
}

const escaped = (text: string): string =>
  text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A text with one letter beyond Latin lies in memory with two bytes a letter: where few are, they are written as escapes. */
export const fewLetters: Plugin = {
  name: 'few-letters',
  generateBundle: (_, files) => {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue
      const code = escaped(file.code)
      if (code.length < file.code.length * 2) file.code = code
    }
  },
}

/** What is no script, packs scripts itself, or is asked for by packages that look whether it is there. */
const apart = [
  /^better-sqlite3/,
  /^rolldown/,
  /^wrangler/,
  /^pg-native/,
  /^cloudflare:/,
  /^(?:mariadb|mysql2|tedious|oracledb|libsql)/,
]

/** The program in files of its own, of which each command loads what it needs. Names stay, for whoever reads a fault. */
const write = async (dir: string): Promise<void> => {
  const build = await rolldown({
    input: { program: join(root, 'src/cli/program.ts') },
    cwd: root,
    platform: 'node',
    logLevel: 'silent',
    external: apart,
    plugins: [asWritten, oneLocale, fewLetters],
    transform: { target: 'es2024' },
  })
  const minify = { mangle: false, compress: false, codegen: { removeWhitespace: true } }
  await build.write({ dir, format: 'esm', minify, entryFileNames: '[name].js' })
  await build.close()
}

/** Longer than that nobody packs: who began has ended before. */
const makingMsMax = 600_000
/** What was packed of older sources is kept for services that were started from it. */
const keptMax = 3

const ageOf = async (path: string): Promise<number> => Date.now() - (await stat(path)).mtimeMs

const dropOld = async (cache: string): Promise<void> => {
  const names = await readdir(cache)
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join(cache, name), age: await ageOf(join(cache, name)) })),
  )
  for (const { path } of aged.toSorted((a, b) => a.age - b.age).slice(keptMax))
    await rm(path, { recursive: true, force: true })
}

/** Packs the service into a folder, where nobody else does so just now; says whether it did. */
export const packService = async (folder: string): Promise<boolean> => {
  const making = `${folder}.making`
  await mkdir(dirname(folder), { recursive: true })
  try {
    await mkdir(making)
  } catch {
    if ((await ageOf(making)) < makingMsMax) return false
    await rm(making, { recursive: true, force: true })
    await mkdir(making)
  }
  try {
    await write(making)
    await rename(making, folder)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
  await dropOld(dirname(folder))
  return true
}

const [, script, folder] = process.argv
if (script === fileURLToPath(import.meta.url) && folder !== undefined) await packService(folder)
