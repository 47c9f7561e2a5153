/** A piece of a file that is left out, or stands otherwise in it. */
export type Cut = { readonly from: number; readonly to: number; readonly instead: string }

export type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [more: string]: unknown
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** A text without its cuts. */
export const without = (code: string, cuts: readonly Cut[]): string =>
  cuts
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, instead }) => {
      const rest = text.slice(to)
      return `${text.slice(0, from)}${instead}${instead === '' ? rest.replace(/^\s*,/, '') : rest}`
    }, code)
