import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Stage, type Step, stagesOf, stayingOut } from '#test/hosting/dockerfile.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const inRoot = (path: string): string => readFileSync(join(root, path), 'utf8')

const isAdministrator = process.getuid?.() === 0

/** What a stage has come to: where it lies, where it works, and what it is set to. */
type Built = {
  readonly root: string
  readonly workdir: string
  readonly env: Readonly<Record<string, string>>
  readonly user: string
  readonly last: Readonly<Record<string, string>>
}

/** Paths that a stage names as its own lie below its folder here. */
const below = (built: Built, text: string): string =>
  text.replaceAll(
    /(?<=[\s="[,]|^)\/(?=(?:data|kept|backups|opt\/village-fund)\b)/g,
    `${built.root}/`,
  )

const absolute = (built: Built, path: string): string =>
  join(built.root, isAbsolute(path) ? path : join(built.workdir, path))

/** A folder is copied by what is in it, as a container's builder does. */
const copied = (from: string, to: string, isOut: (path: string) => boolean = () => false): void => {
  mkdirSync(dirname(to), { recursive: true })
  const filter = (path: string): boolean =>
    path === from || !isOut(path.slice(from.length).replace(/^\//, ''))
  cpSync(from, to, { recursive: true, filter, verbatimSymlinks: true })
}

const copy = (built: Built, says: string, stages: ReadonlyMap<string, Built>): void => {
  const [, stage] = /^--from=(\S+)/.exec(says) ?? []
  const paths = says.replace(/^--\S+\s+/, '').split(/\s+/)
  const to = absolute(built, paths.at(-1)!)
  for (const path of paths.slice(0, -1)) {
    const isWhole = path === '.'
    const from = stage === undefined ? join(root, path) : absolute(stages.get(stage)!, path)
    const isFolder = isWhole || paths.length === 2
    const place = isFolder ? to : join(to, path)
    const isOut = stage === undefined ? stayingOut(inRoot('.dockerignore')) : undefined
    copied(from.replace(/\/$/, ''), place.replace(/\/$/, ''), isOut)
  }
}

/** Programs are first looked for beside this test's Node, which is the one of the image. */
const run = (built: Built, says: string): void => {
  // Only an administrator gives a folder to another account.
  const asked = isAdministrator ? says : says.replaceAll(/ --(?:owner|group)=\d+/g, '')
  execFileSync('/bin/sh', ['-c', below(built, asked)], {
    cwd: join(built.root, built.workdir),
    // npm asks its registry in the way that this machine does.
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const settings = (says: string): Record<string, string> =>
  Object.fromEntries([...says.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]))

const done = (built: Built, { does, says }: Step, stages: ReadonlyMap<string, Built>): Built => {
  if (does === 'WORKDIR') {
    mkdirSync(join(built.root, says), { recursive: true })
    return { ...built, workdir: says }
  }
  if (does === 'COPY') copy(built, says, stages)
  else if (does === 'RUN') run(built, says)
  else if (does === 'ENV') return { ...built, env: { ...built.env, ...settings(says) } }
  else if (does === 'USER') return { ...built, user: says }
  return { ...built, last: { ...built.last, [does]: says } }
}

const stageIn = (folder: string, stage: Stage, stages: ReadonlyMap<string, Built>): Built => {
  let built: Built = { root: join(folder, stage.name), workdir: '/', env: {}, user: '', last: {} }
  mkdirSync(built.root)
  if (readdirSync(built.root).length > 0) throw new Error('a stage begins with nothing')
  for (const step of stage.steps) built = done(built, step, stages)
  return built
}

/** What a container would run: from the steps of the Dockerfile, with no engine, each stage in an empty folder. */
export const builtIn = (folder: string) => {
  const stages = new Map<string, Built>()
  for (const stage of stagesOf(inRoot('Dockerfile')))
    stages.set(stage.name, stageIn(folder, stage, stages))
  const built = [...stages.values()].at(-1)!
  const words = (text = '[]'): string[] => JSON.parse(text) as string[]
  const { last } = built
  const [program, ...args] = [...words(last['ENTRYPOINT']), ...words(last['CMD'])]
  const [uid, gid] = built.user.split(':').map(Number)
  const cwd = join(built.root, built.workdir)
  return {
    cwd,
    program: join(cwd, program!),
    args,
    health: words(/\bCMD (\[.*)$/.exec(last['HEALTHCHECK'] ?? '')?.[1]),
    volumes: words(last['VOLUME']).map((path) => join(built.root, path)),
    env: Object.fromEntries(
      Object.entries(built.env).map(([name, value]) => [name, below(built, value)]),
    ),
    // As the account of the image, where this test may be another one than its own.
    as: isAdministrator ? { uid: uid!, gid: gid! } : {},
  }
}
