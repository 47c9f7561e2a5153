import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'

/*
 * A service starts from a few packed files in place of two thousand, once somebody has packed them (ADR 159). They lie beside
 * what Node has compiled, where whoever can write can write the program as well; what they were made of is in their name.
 */

const house = fileURLToPath(new URL('../../../', import.meta.url))
const cache = `${house}node_modules/.cache/packed/`

/** These sources and packages, at this place, for this Node: with another letter in any of them it is another name. */
const nameNow = (): string => {
  const hash = createHash('sha256').update(JSON.stringify([process.version, house]))
  const add = (path: string): void => {
    hash.update(JSON.stringify(path)).update(readFileSync(`${house}${path}`))
  }
  for (const part of ['domain', 'infra', 'src'])
    for (const path of readdirSync(`${house}${part}`, { recursive: true }).toSorted())
      if (/\.[jt]s$/.test(String(path))) add(`${part}/${String(path)}`)
  // Packages lie beside this one where it is one of them.
  const packages = ['package-lock.json', 'node_modules/.package-lock.json', '../.package-lock.json']
  for (const path of ['package.json', ...packages]) if (existsSync(`${house}${path}`)) add(path)
  return hash.digest('base64url').slice(0, 32)
}

/** Where the service is packed, as its sources are now. */
export const packedFolder = (): string => `${cache}${nameNow()}`

let folder: string | undefined

/** The program to load for a service: as it was packed, or as it is written where nothing was. */
export const programToServe = (): string => {
  folder = packedFolder()
  const packed = `${folder}/program.js`
  return existsSync(packed) ? pathToFileURL(packed).href : '#src/cli/program.ts'
}

/** Told by a service that is ready: has it packed for the next start, by a process that gives way to all others. */
export const packForNextTime = (): void => {
  if (folder === undefined || existsSync(folder)) return
  const script = `${house}src/packing/service.ts`
  const { PATH, NODE_COMPILE_CACHE } = process.env
  // It is handed nothing of what the service knows.
  const env = { PATH, NODE_COMPILE_CACHE }
  const child = spawn(process.execPath, [script, folder], { cwd: house, env, stdio: 'ignore' })
  child.on('error', () => undefined).unref()
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
}
