import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrationNames } from '#infra/db/steps.ts'
import type { Release } from '#src/cli/hosting/updating.ts'
import { tarball } from '#src/packing/tarball.ts'
import { version } from '#src/version.ts'

/*
 * Lays a release into an empty folder: `npm run release -- FOLDER`. The package, what it is made of (CycloneDX), the licences of all
 * that it brings, what is new, and the sums to hold them against. `--draft` takes a version that has no day yet.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const draftDay = '1970-01-01'

/** What the changes say of this version, and of which day it is; undefined where it is not released. */
export const sectionOf = (
  changes: string,
  asked: string,
): { readonly text: string; readonly on: string | undefined } => {
  const sections = changes.split(/^(?=## )/m)
  const found = sections.find((section) => section.startsWith(`## ${asked} `))
  if (found === undefined) throw new Error(`CHANGELOG.md says nothing of ${asked}`)
  const [, on] = /^## \S+ - (\d{4}-\d\d-\d\d)$/m.exec(found) ?? []
  return { text: found.slice(found.indexOf('\n') + 1).trim(), on }
}

type Component = {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string }
    readonly expression?: string
  }[]
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
}
type Bill = {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/** What is reached from those that run; npm's own way of leaving out the rest (`--omit dev`) loses some that others want too. */
export const running = (bill: Bill): Bill => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: object
  }
  const wanted = Object.keys(dependencies)
  const start = bill.metadata.component['bom-ref']
  const names = new Map(bill.components.map((one) => [one['bom-ref'], one.name]))
  const after = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const first = (after.get(start) ?? []).filter((ref) => wanted.includes(names.get(ref) ?? ''))
  const reached = new Set(first)
  for (const ref of reached) for (const next of after.get(ref) ?? []) reached.add(next)
  const left = bill.dependencies.filter(({ ref }) => reached.has(ref))
  return {
    ...bill,
    components: bill.components.filter((one) => reached.has(one['bom-ref'])),
    dependencies: [{ ref: start, dependsOn: first }, ...left],
  }
}

/** What goes along, by npm's list of what is installed here. */
const billOfMaterials = (): Bill => {
  const told = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return running(JSON.parse(told) as Bill)
}

const licenceOf = ({ licenses = [] }: Component): string | undefined =>
  licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name)
    .filter(Boolean)
    .join(' and ') || undefined

const pathOf = ({ properties = [], name: called }: Component): string =>
  properties.find(({ name }) => name === 'cdx:npm:package:path')?.value ?? `node_modules/${called}`

const isLicence = (name: string): boolean => /^(?:licen[cs]e|copying|notice)(?:$|[.-])/i.test(name)

const textsOf = (component: Component): readonly string[] => {
  const folder = join(root, pathOf(component))
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(isLicence)
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

/** Each package with its licence and the words of it; one without a licence ends the release. */
export const licencesOf = ({ components }: Pick<Bill, 'components'>): string => {
  const nameless = components.filter((component) => licenceOf(component) === undefined)
  if (nameless.length > 0)
    throw new Error(`no licence is named by ${nameless.map(({ name }) => name).join(', ')}`)
  const sorted = components.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const parts = sorted.map((component) =>
    [`${component.name} ${component.version}: ${licenceOf(component)}`, ...textsOf(component)].join(
      '\n\n',
    ),
  )
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}

const sha256Of = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

const assertCommitted = (): void => {
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  if (changed !== '') throw new Error('something here is not committed: a release is of a commit')
}

/** Lays a release into a folder that is empty or not there; the names of its files. */
export const release = (
  folder: string,
  {
    isDraft = false,
    changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
    of = version,
  } = {},
): readonly string[] => {
  const { text, on } = sectionOf(changes, of)
  if (!isDraft) {
    if (on === undefined) throw new Error(`CHANGELOG.md gives ${of} no day yet`)
    assertCommitted()
  }
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error('the folder is not empty')
  mkdirSync(folder, { recursive: true })
  const work = join(folder, 'work')
  const packed = tarball(work)
  const put = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return name
  }
  copyFileSync(packed, join(folder, basename(packed)))
  rmSync(work, { recursive: true })
  const bill = billOfMaterials()
  const made = [
    basename(packed),
    put('sbom.cdx.json', `${JSON.stringify(bill, undefined, 2)}\n`),
    put('LICENCES.txt', licencesOf(bill)),
    put('CHANGES.md', `${text}\n`),
  ]
  const sums = Object.fromEntries(made.map((name) => [name, sha256Of(join(folder, name))]))
  const told: Release = {
    program: 'village-fund',
    version: of,
    releasedOn: on ?? draftDay,
    migrations: [...migrationNames],
    changes: text,
    files: sums,
  }
  const all = [...made, put('release.json', `${JSON.stringify(told, undefined, 2)}\n`)]
  const lines = all.map((name) => `${sha256Of(join(folder, name))}  ${name}\n`)
  return [...all, put('SHA256SUMS', lines.join(''))]
}

if (import.meta.main) {
  const [folder, ...flags] = process.argv.slice(2)
  if (folder === undefined) throw new Error('npm run release -- FOLDER [--draft]')
  const names = release(folder, { isDraft: flags.includes('--draft') })
  process.stdout.write(`${names.map((name) => join(folder, name)).join('\n')}\n`)
}
