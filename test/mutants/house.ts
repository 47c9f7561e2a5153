import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/*
 * A copy of the house with all slips in it, for what is bundled before it runs: a Worker. Each bundle is told by a request
 * which slip is on, and answers which were come by since it was last told (`test/edge/running.ts`).
 */

const copied = ['src', 'domain', 'infra', 'docs', 'test/edge', 'test/contract', 'test/support']
const alone = ['package.json', 'tsconfig*.json', 'wrangler*.toml', '*.md', 'LICENSE', 'verify']

/** No request asks so often. */
const askedMax = 20_000_000

const head = `globalThis.__slips ??= { active: -1, asked: 0, seen: new Set() }
globalThis.__slip ??= (n) => {
  const now = globalThis.__slips
  now.asked += 1
  if (now.asked > ${askedMax}) throw new Error('a slip made this run for ever')
  now.seen.add(n)
  return now.active === n
}
`
const tail = `
export default {
  ...asItIs,
  fetch: (asked, ...more) => {
    const [, slip] = /\\/__slip\\/(-?\\d+)$/.exec(new URL(asked.url).pathname) ?? []
    if (slip === undefined) return asItIs.fetch(asked, ...more)
    const { seen } = globalThis.__slips ?? { seen: [] }
    globalThis.__slips = { active: Number(slip), asked: 0, seen: new Set() }
    return Response.json([...seen])
  },
}
`
/** The entry of a bundle, which can be told. */
const toldOf = (text: string): string =>
  `// @ts-nocheck\n${text.replace('export default {', 'const asItIs = {')}${tail}`

/** Lays the copy into a folder below the house, where packages are found from. */
export const layHouse = (folder: string, withAllOf: ReadonlyMap<string, string>): void => {
  rmSync(folder, { recursive: true, force: true })
  for (const path of [...copied, ...globSync(alone)])
    cpSync(path, join(folder, path), { recursive: true })
  for (const [path, text] of withAllOf)
    writeFileSync(join(folder, relative(resolve(), path)), head + text)
  for (const entry of ['src/worker.ts', ...globSync('test/edge/*-worker.ts')])
    writeFileSync(join(folder, entry), toldOf(readFileSync(join(folder, entry), 'utf8')))
}
