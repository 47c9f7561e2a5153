import { flushCompileCache, registerHooks } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import '#src/compiled.js'

/*
 * Loaded before everything else, so that the rest loads faster (docs/benchmarks.md): Node keeps what it has compiled, types taken out, and
 * a file of this house is found by its name, where Node asks package.json anew for each of a thousand.
 */

const house = new URL('../../', import.meta.url)

/** As this file ends: with types where they stand, without them where they were taken out (`src/packing/tarball.ts`). */
const ending = import.meta.url.slice(-3)
const format = ending === '.ts' ? 'module-typescript' : 'module'

const isOurs = (specifier: string): boolean =>
  /^#(?:domain|infra|src)\/./.test(specifier) && specifier.endsWith(ending)

registerHooks({
  resolve: (specifier, context, next) =>
    isOurs(specifier)
      ? {
          url: new URL(specifier.slice(1), house).href,
          format,
          shortCircuit: true,
        }
      : next(specifier, context),
})

/**
 * Told by a service that stays once it is ready: what was compiled is written down, and the room that loading took is given
 * back at once (a hundred MB that Node would keep until it is busy).
 */
export const isLoaded = (): void => {
  flushCompileCache()
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** Told by what goes through whole books once: room for what is new stays as small as it is, and most of it is over soon. */
export const keepSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1')
