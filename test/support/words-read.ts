import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

const folder = fileURLToPath(new URL('../../src/words/', import.meta.url))
const list = `${folder}read.json`

type Node = { readonly type: string } & { readonly [field: string]: unknown }

/** The catalogue files by language and name, such as `en/asking`. */
export const wordFiles: readonly string[] = globSync('{en,km}/*.ts', { cwd: folder })
  .map((path) => path.replaceAll('\\', '/').replace(/\.ts$/, ''))
  .toSorted()

export const sourceOf = (file: string): string => readFileSync(`${folder}${file}.ts`, 'utf8')

/** The wordings that a native speaker has read, by file: short hashes, one after the other. */
const listed = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>

const wrappers = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression'])
const ofTypes = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments'])
const ofPlace = new Set(['start', 'end', 'raw'])

const bare = (value: unknown): unknown => {
  const node = value as Node | null
  return wrappers.has(node?.type ?? '') ? bare(node!['expression']) : value
}

/** What stands in the source without its layout and its types: neither changes what is read. */
const hashOf = (name: string, node: unknown): string => {
  const source = JSON.stringify(bare(node), (field, value: unknown) =>
    ofPlace.has(field) || ofTypes.has(field) ? undefined : bare(value),
  )
  return createHash('sha256').update(`${name} ${source}`).digest('base64url').slice(0, 5)
}

const nameOf = (key: Node): string => String(key['name'] ?? key['value'])

/** One constant of a file: each wording of a catalogue by its key; what catalogues share, as one. */
const wordingsIn = ({
  id,
  init,
}: Record<'id' | 'init', Node>): readonly (readonly [string, Node])[] => {
  const value = bare(init) as Node
  const name = nameOf(id)
  if (value.type !== 'ObjectExpression') return [[name, value]]
  const properties = value['properties'] as readonly Record<'key' | 'value', Node>[]
  return properties.map((one) => [`${name}.${nameOf(one.key)}`, one.value])
}

/** Each wording of a catalogue file with its hash, by the name of the catalogue and its key. */
export const wordingsOf = (text: string): ReadonlyMap<string, string> => {
  const { body } = parseAst(text, { lang: 'ts' }) as unknown as { readonly body: readonly Node[] }
  const wordings = body
    .map((one) => (one['declaration'] as Node | null | undefined) ?? one)
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap((one) => one['declarations'] as readonly Record<'id' | 'init', Node>[])
    .flatMap(wordingsIn)
  return new Map(wordings.map(([name, node]) => [name, hashOf(name, node)]))
}

type ReadStatus = { readonly read: readonly string[]; readonly draft: readonly string[] }

/** Which wordings of a file a native speaker has read as they stand, and which are drafts. */
export const readStatus = (file: string, text = sourceOf(file)): ReadStatus => {
  const known = new Set((listed()[file] ?? '').split(' '))
  const wordings = [...wordingsOf(text)]
  return {
    read: wordings.filter(([, hash]) => known.has(hash)).map(([name]) => name),
    draft: wordings.filter(([, hash]) => !known.has(hash)).map(([name]) => name),
  }
}

const told = ({ read, draft }: ReadStatus): string => {
  if (draft.length === 0) return 'read'
  return read.length === 0 ? 'draft' : `read but for ${draft.join(', ')}`
}

/** Writes down that these files have been read as they stand, and forgets files that are gone. */
const markRead = (files: readonly string[]): void => {
  const before = Object.entries(listed()).filter(([file]) => wordFiles.includes(file))
  const fresh = files.map((file) => [file, [...wordingsOf(sourceOf(file)).values()].join(' ')])
  const all = Object.entries(Object.fromEntries([...before, ...fresh]))
  const sorted = all.toSorted(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(list, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2)
  const unknown = files.filter((file) => !wordFiles.includes(file))
  if (unknown.length > 0) throw new Error(`There is no catalogue called ${unknown.join(', ')}.`)
  markRead(files)
  for (const file of files.length === 0 ? wordFiles : files)
    process.stdout.write(`${file}: ${told(readStatus(file))}\n`)
}
