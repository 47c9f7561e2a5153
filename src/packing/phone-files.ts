import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import {
  type InputOptions,
  type OutputChunk,
  type Plugin,
  type RolldownOutput,
  rolldown,
} from 'rolldown'
import { bareShapes } from '#src/packing/bare-shapes.ts'
import { khmerTurned } from '#src/packing/khmer-turned.ts'
import { leaveUndecided } from '#src/packing/undecided.ts'
import { leaveSources, leaveUnread } from '#src/packing/unread.ts'
import {
  type Left,
  firstCatalogues,
  namesOf,
  wordsApart,
  wordsAskedIn,
  type Brought,
  wordsOf,
} from '#src/packing/words-apart.ts'
import {
  type Asked,
  askedOf,
  noUses,
  shortNames,
  wordsCalled,
  wordsUsed,
} from '#src/packing/words-used.ts'
import { clipsFolder } from '#src/pages/clip-files.ts'
import { appIcon } from '#src/pages/icons.ts'
import type { WordsPart } from '#src/pwa/held-words.ts'
import { type WordsFiles, appPage, manifest } from '#src/pwa/shell.ts'
import { fonts, style } from '#src/pwa/style.css.ts'
import { type Language, languages } from '#src/words/catalogue.ts'

/** A file of the meeting app, under the path that it is served by. */
export type AppFile = { readonly path: string; readonly type: string; readonly text: string }

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Functions that only make a value: what nobody uses of what they made is left out. They are known by name alone, so that no
 * other function of the phone may be called so: its work would be left out too.
 */
export const making: readonly string[] = [
  // Operations and acts; what makes shapes says so of itself.
  'operation operationsOf networkOperation byName atDesk',
  // Words, columns of lists, and what is counted once.
  'family familyInPart joined chosen columnsOf inFiles listOf rowBy',
  'whileSame onceADay ofEachDay inBlocks standingsWhere Map Set',
].flatMap((names) => names.split(' '))

/** What of the rules a phone neither decides nor tells is left out. */
export const briefly: readonly Plugin[] = [leaveUndecided, leaveUnread, leaveSources, bareShapes]

const how = (input: string, plugins: readonly Plugin[]): InputOptions => ({
  input,
  cwd: root,
  platform: 'browser',
  logLevel: 'silent',
  plugins: [...plugins],
  treeshake: {
    moduleSideEffects: false,
    propertyReadSideEffects: false,
    manualPureFunctions: [...making],
  },
  transform: { target: 'es2023' },
  resolve: {
    alias: {
      'decimal.js': `${root}src/pwa/decimal.ts`,
      'date-fns/parseISO': `${root}src/pwa/instants.ts`,
    },
  },
})

/** What the packer was told by comments, the phone need not read. */
const small = { minify: true, comments: false } as const

/** A script with everything that it needs of this house and of packages. */
export const packed = async (
  input: string,
  {
    plugins,
    format = 'esm',
  }: { readonly plugins: readonly Plugin[]; readonly format?: 'esm' | 'iife' },
): Promise<OutputChunk> => {
  const build = await rolldown(how(input, plugins))
  const { output } = await build.generate({ format, ...small, codeSplitting: false })
  await build.close()
  return output[0]
}

/**
 * Two scripts: what the page waits for, and what an open book needs. In more parts each would be packed by itself, and would
 * name what it has of the others.
 */
const together = (chunks: readonly OutputChunk[]) => {
  const first = new Set(firstOf(chunks).flatMap(({ moduleIds }) => moduleIds))
  const isFirst = (id: string): boolean => first.has(id)
  const alone = { includeDependenciesRecursively: false } as const
  return [
    { name: 'first', test: isFirst, ...alone },
    { name: 'book', test: (id: string) => !isFirst(id), ...alone },
  ]
}

const chunksIn = ({ output }: RolldownOutput): OutputChunk[] =>
  output.filter((one) => one.type === 'chunk')

/** The script of the app in its parts as it was written, without what nobody calls, and what it uses of words. */
const plainParts = async (input: string) => {
  const uses = noUses()
  const build = await rolldown(how(input, [...briefly, wordsUsed(uses), wordsApart]))
  const chunks = chunksIn(await build.generate({ format: 'esm' }))
  await build.close()
  return { chunks, uses }
}

/** The script of the app, and what it brings later, named by their text as they are served. */
const packedInParts = async (
  input: string,
  { chunks, uses }: Awaited<ReturnType<typeof plainParts>>,
) => {
  const plugins = [...briefly, wordsCalled(shortNames(uses)), wordsApart]
  const build = await rolldown(how(input, plugins))
  const name = '[name]-[hash:10].js'
  const whole = await build.generate({
    format: 'esm',
    ...small,
    entryFileNames: name,
    chunkFileNames: name,
    codeSplitting: { groups: together(chunks) },
  })
  await build.close()
  return chunksIn(whole)
}

/** An input that is no file. */
const spoken = (path: string, text: string): Plugin => ({
  name: 'spoken',
  resolveId: (id) => (id === path ? path : undefined),
  load: (id) => (id === path ? { code: text, moduleType: 'ts' } : undefined),
})

const hashed = (name: string, text: string): string => {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
  return `/app/${name.replace('.', `-${hash}.`)}`
}

const script = 'text/javascript; charset=utf-8'

type Chunk = Pick<OutputChunk, 'code' | 'fileName' | 'imports'>

/** The first script, and what it imports before it runs: what the page waits for. */
export const firstOf = <One extends Chunk>(chunks: readonly One[]): readonly One[] => {
  const first = new Set<One>()
  const take = (one: One): void => {
    if (first.has(one)) return
    first.add(one)
    for (const name of one.imports) take(chunks.find(({ fileName }) => fileName === name)!)
  }
  take(chunks[0]!)
  return [...first]
}

type Spoken = {
  readonly part: WordsPart
  readonly catalogues: readonly string[]
  readonly scripts: string
  readonly asked: (catalogue: string) => Asked
  /** The scripts whose words have come before. */
  readonly before?: Brought
}

const wordsFile = async (
  language: Language,
  { part, catalogues, scripts, ...asking }: Spoken,
): Promise<{ readonly file: AppFile; readonly names: string }> => {
  const path = `${root}src/pwa/words-${part}-${language}.ts`
  const left: Left = new Map()
  const { code } = await packed(path, {
    plugins: [
      spoken(path, wordsOf(language, catalogues)),
      wordsAskedIn(scripts, { ...asking, left }),
      khmerTurned,
    ],
  })
  const file = { path: hashed(`words-${part}-${language}.js`, code), type: script, text: code }
  return { file, names: namesOf(catalogues, left) }
}

/** The words of a part in each language, and what they are called, which is the same in all. */
const wordsPart = async (spoken: Spoken) => {
  const made = await Promise.all(languages.map((language) => wordsFile(language, spoken)))
  const text = made[0]!.names
  if (made.some(({ names }) => names !== text)) throw new Error('a language lacks words')
  const names = { path: hashed(`words-${spoken.part}-names.js`, text), type: script, text }
  const paths = Object.fromEntries(languages.map((one, i) => [one, made[i]!.file.path]))
  return {
    files: [...made.map(({ file }) => file), names],
    named: [spoken.part, { ...paths, names: names.path }] as const,
  }
}

const textOf = (chunks: readonly Chunk[]): string => chunks.map(({ code }) => code).join('\n')

/** The words of each part in each language. */
const wordsFiles = async ({
  chunks,
  catalogues,
  asked,
  askedFirst,
}: Awaited<ReturnType<typeof packedApp>>) => {
  const isFirst = (id: string): boolean =>
    firstCatalogues.some((name) => id.endsWith(`/${name}.ts`))
  const first = textOf(firstOf(chunks))
  const parts: readonly Spoken[] = [
    { part: 'first', catalogues: catalogues.filter(isFirst), scripts: first, asked: askedFirst },
    {
      part: 'rest',
      catalogues,
      scripts: textOf(chunks),
      asked,
      before: { script: first, asked: askedFirst },
    },
  ]
  const made = await Promise.all(parts.map(wordsPart))
  return {
    files: made.flatMap(({ files }) => files),
    words: Object.fromEntries(made.map(({ named }) => named)) as WordsFiles,
  }
}

/**
 * The script in its parts, the one that comes first before those that come when they are asked for, the catalogues that they
 * hold their words in, and what they ask of them.
 */
export const packedApp = async () => {
  const input = `${root}src/phone.ts`
  const plain = await plainParts(input)
  const chunks = await packedInParts(input, plain)
  const files = chunks
    .flatMap(({ modules }) => Object.entries(modules))
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id)
  const catalogues = files.filter((id) => /\/src\/words\/en\//.test(id))
  const first = new Set(firstOf(chunks).flatMap(({ moduleIds }) => moduleIds))
  const askedFirst = askedOf(plain.uses, (id) => first.has(id))
  return { chunks, catalogues, asked: askedOf(plain.uses), askedFirst }
}

const made = async (): Promise<readonly AppFile[]> => {
  const whole = await packedApp()
  const { chunks } = whole
  const { files: wordFiles, words } = await wordsFiles(whole)
  const app = chunks.map(({ fileName, code }) => ({
    path: `/app/${fileName}`,
    type: script,
    text: code,
  }))
  const text = style.replaceAll(/\n\s*/g, '')
  const look = { path: hashed('style.css', text), type: 'text/css; charset=utf-8', text }
  const page = appPage({
    script: app[0]!.path,
    style: look.path,
    words,
    clips: clipsFolder,
  })
  const files = [
    { path: '/app/', type: 'text/html; charset=utf-8', text: page },
    { path: '/app/manifest.webmanifest', type: 'application/manifest+json', text: manifest },
    { path: '/app/icon.svg', type: 'image/svg+xml', text: appIcon },
    ...app,
    look,
    ...wordFiles,
  ]
  const worker = await packed(`${root}src/pwa/worker.ts`, { plugins: [], format: 'iife' })
  const kept = [...files.map(({ path }) => path), ...fonts]
  const edition = createHash('sha256')
    .update(files.map(({ text }) => text).join(''))
    .digest('hex')
  const head = `const edition=${JSON.stringify(edition.slice(0, 16))},kept=${JSON.stringify(kept)};`
  return [...files, { path: '/app/worker.js', type: script, text: head + worker.code }]
}

let files: Promise<readonly AppFile[]> | undefined

/** The meeting app as it is served, packed when it is first asked for: a fresh checkout serves it, and nothing stands in the house twice. */
export const phoneFiles = (): Promise<readonly AppFile[]> => (files ??= made())
