import { scopeFor } from '#domain/access/table.ts'
import { isAskedFor } from '#src/app/members/finding.ts'
import type { Visit } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'

/** No name is longer. */
const askedMax = 80

/** Whom a list is asked for, by name or card; empty where everybody is shown. */
export const searchedFor = (context: HttpContext): string =>
  (context.req.query('name') ?? context.req.query('card') ?? '').trim().slice(0, askedMax)

export type Search = {
  readonly isNarrowed: boolean
  /** Whether names are looked through: for whoever may see them. */
  readonly isByName: boolean
  readonly isFound: (one: { readonly memberId: string; readonly card: string }) => boolean
}

/** What a page's search finds; names only where they were opened, which is in the log. */
export const searchIn = ({ context, names }: Visit): Search => {
  const asked = searchedFor(context)
  return {
    isNarrowed: asked !== '',
    isByName: scopeFor('read-names', context.get('fund').held) === 'all',
    isFound: ({ memberId, card }) =>
      asked === '' || isAskedFor(asked, { card, name: names?.get(memberId) }),
  }
}
