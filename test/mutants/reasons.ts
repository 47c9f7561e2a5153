import { readFileSync } from 'node:fs'

type Reason = {
  /** Where the path begins so. */
  readonly path: string
  /** What stood there, and what stands there instead. */
  readonly was: RegExp
  readonly is: RegExp
  readonly why: string
}

/** Why some slips stay that no test notices; the first that fits is told, and without one a slip is open. */
export const reasons: readonly Reason[] = readFileSync(
  new URL('reasons.tsv', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [path = '', was = '', is = '', why = ''] = line.split('\t')
    return { path, was: new RegExp(was), is: new RegExp(is), why }
  })
