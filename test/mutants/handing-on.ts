import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/*
 * Loaded before anything else of a run: a file with slips is handed on with all of them in it, and every other as it
 * stands, by Node itself and out of what it has compiled before.
 */

const { withAllOf } = JSON.parse(readFileSync(process.env['SLIPS']!, 'utf8')) as {
  readonly withAllOf: Readonly<Record<string, string>>
}
/** A service that was packed before has no slips in it: it is begun from its sources. */
const packed = /\/\.cache\/packed\/[^/]+\/program\.js$/
const program = new URL('../../src/cli/program.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    next(packed.test(specifier) ? program : specifier, context),
  load: (url, context, next) => {
    const source = url.startsWith('file:') ? withAllOf[fileURLToPath(url)] : undefined
    return source === undefined
      ? next(url, context)
      : { format: 'module-typescript', source, shortCircuit: true }
  },
})
