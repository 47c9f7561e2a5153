import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientEntries, clientTypes } from '#src/packing/client.ts'

/*
 * Makes the package that `npm install` and `npx` take: `node src/packing/tarball.ts FOLDER`. Node reads types in a house of its
 * own, and refuses them in what was installed; so they are taken out here, and files end on `.js`.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What runs, and what goes with it as it is. */
const rooms = ['domain', 'infra', 'src'] as const
const asTheyAre = [
  '.env.example',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'docs',
  'verify',
] as const

/** Of what the house says of itself, a package says this. */
type House = Readonly<
  Record<
    | 'name'
    | 'version'
    | 'description'
    | 'license'
    | 'type'
    | 'bin'
    | 'imports'
    | 'dependencies'
    | 'allowScripts',
    unknown
  >
>
const kept = [
  'name',
  'version',
  'description',
  'license',
  'type',
  'bin',
  'imports',
  'dependencies',
  'allowScripts',
] as const satisfies readonly (keyof House)[]

/** A file without its types. Wherever one of them names a file, that ends on `.js` now. */
const withoutTypes = (code: string): string =>
  stripTypeScriptTypes(code).replaceAll(/(?<=[\w*])\.ts(?=['"`])/g, '.js')

/** Whoever has installed it calls it by its name, and not through the scripts of a house that is not there. */
const calledByName = (text: string): string =>
  text.replaceAll('npm run --silent fund --', 'npx village-fund')

const write = (path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const convert = (room: string, to: string): void => {
  for (const file of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || /\.d\.m?ts$|^tsconfig/.test(file.name)) continue
    const from = join(file.parentPath, file.name)
    const path = join(to, from.slice(root.length))
    const bytes = readFileSync(from)
    if (file.name.endsWith('.ts'))
      write(path.replace(/ts$/, 'js'), calledByName(withoutTypes(bytes.toString())))
    else if (file.name === 'begin.js') write(path, bytes.toString().replace('cli.ts', 'cli.js'))
    else {
      write(path, bytes)
      if (file.name.endsWith('.sh')) chmodSync(path, 0o755)
    }
  }
}

/** Lays the package into a folder that is empty or not there, and packs it beside; the path of the tarball. */
export const tarball = (into: string): string => {
  // npm packs in another folder than the one that this was asked in.
  const folder = resolve(into)
  const to = join(folder, 'package')
  rmSync(to, { recursive: true, force: true })
  for (const room of rooms) convert(room, to)
  for (const path of asTheyAre) cpSync(join(root, path), join(to, path), { recursive: true })
  for (const name of readdirSync(join(to, 'docs'), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.md')) {
      const path = join(to, 'docs', name)
      writeFileSync(path, calledByName(readFileSync(path, 'utf8')))
    }
  const house = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as House
  for (const [path, text] of Object.entries(clientTypes())) write(join(to, path), text)
  const own = {
    ...Object.fromEntries(kept.map((field) => [field, house[field]])),
    exports: clientEntries,
  }
  write(join(to, 'package.json'), `${JSON.stringify(own, undefined, 2)}\n`)
  const asked = ['pack', '--json', '--pack-destination', folder]
  const told = execFileSync('npm', asked, { cwd: to, encoding: 'utf8' })
  const [{ filename }] = JSON.parse(told) as [{ readonly filename: string }]
  return join(folder, filename)
}

if (import.meta.main)
  process.stdout.write(`${tarball(process.argv[2] ?? join(root, 'artefacts'))}\n`)
