import { type Complaint, type SourceFile, textAt } from '#test/support/house.ts'

type Versions = Readonly<Record<string, string>>
type Manifest = {
  readonly dependencies?: Versions
  readonly devDependencies?: Versions
  readonly optionalDependencies?: Versions
  readonly allowScripts?: Readonly<Record<string, boolean>>
}
type Lockfile = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string
        readonly resolved?: string
        readonly hasInstallScript?: boolean
        readonly dependencies?: Versions
      }
    >
  >
}

const manifestOf = (files: readonly SourceFile[]): Manifest =>
  JSON.parse(textAt(files, 'package.json')) as Manifest

const lockedIn = (files: readonly SourceFile[]) =>
  Object.entries((JSON.parse(textAt(files, 'package-lock.json')) as Lockfile).packages).map(
    ([place, about]) => ({ ...about, place, name: place.split('node_modules/').at(-1) ?? '' }),
  )

const wanted = ({ dependencies, devDependencies, optionalDependencies }: Manifest) =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })

export const looseVersions = (files: readonly SourceFile[]): Complaint[] =>
  wanted(manifestOf(files))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is wanted at ${version}, which is not one version`)

export const mixedMikroOrm = (files: readonly SourceFile[]): Complaint[] => {
  const versions = lockedIn(files)
    .filter(({ name }) => name.startsWith('@mikro-orm/'))
    .map(({ name, version }) => `${name} ${version}`)
  const asked = wanted(manifestOf(files))
    .filter(([name]) => name.startsWith('@mikro-orm/'))
    .map(([name, version]) => `${name} ${version}`)
  const all = [...new Set([...versions, ...asked])]
  return new Set(all.map((one) => one.split(' ')[1])).size > 1 ? all : []
}

/** Drivers that are ours and MikroORM's at once, and must therefore be the very same. */
export const foreignDrivers = (files: readonly SourceFile[]): Complaint[] => {
  const ours = Object.fromEntries(wanted(manifestOf(files)))
  return [
    { driver: '@mikro-orm/sqlite', names: ['better-sqlite3', 'kysely'] },
    { driver: '@mikro-orm/postgresql', names: ['pg'] },
  ].flatMap(({ driver, names }) => {
    const theirs = lockedIn(files).find(({ place }) => place === `node_modules/${driver}`)
    return names
      .filter((name) => ours[name] !== theirs?.dependencies?.[name])
      .map(
        (name) => `${name} is ${ours[name]} here and ${theirs?.dependencies?.[name]} in ${driver}`,
      )
  })
}

/**
 * Packages that would run a script of their own at installation, about which `allowScripts` says
 * nothing: those that the lockfile marks, and those with a `binding.gyp`, which npm builds unasked.
 */
export const undecidedScripts = (files: readonly SourceFile[]): Complaint[] => {
  const decided = manifestOf(files).allowScripts ?? {}
  const marked = lockedIn(files)
    .filter(({ hasInstallScript }) => hasInstallScript === true)
    .map(({ name }) => name)
  const built = files
    .map(({ path }) => /^node_modules\/(.+)\/binding\.gyp$/.exec(path)?.[1])
    .filter((name) => name !== undefined)
  return [...new Set([...marked, ...built])]
    .filter((name) => decided[name] === undefined)
    .map((name) => `${name} has an install script that allowScripts does not decide`)
}

export const lockedHosts = (files: readonly SourceFile[]): Complaint[] =>
  lockedIn(files)
    .filter(({ resolved }) => resolved !== undefined && /^\w[\w+]*:\/\//.test(resolved))
    .map(({ place, resolved }) => `${place} is tied to ${resolved}`)

export const namedRegistries = (files: readonly SourceFile[]): Complaint[] =>
  textAt(files, '.npmrc')
    .split('\n')
    .filter((line) => /registry\s*=|^\s*\/\/|_auth|_password/i.test(line))
    .map((line) => `.npmrc says ${line.trim()}`)
