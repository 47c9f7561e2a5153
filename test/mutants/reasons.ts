/** Why some slips stay that no test notices: those of these places, with such a text before and after. */
export const reasons: readonly {
  readonly path: string
  readonly was: RegExp
  readonly is: RegExp
  readonly why: string
}[] = []
