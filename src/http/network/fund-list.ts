import { type FundInList, fundListOf, isFundAskedFor } from '#src/app/network/fund-list.ts'
import { searchedFor } from '#src/http/desk/search.ts'
import type { HttpContext } from '#src/http/env.ts'
import { portionOf } from '#src/http/identity/answers.ts'
import type { FundSearch } from '#src/pages/network/fund-search.ts'
import type { Language } from '#src/words/catalogue.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'

/** To make one takes longer than to sort a village's funds by it. */
const collators: Readonly<Record<Language, Intl.Collator>> = {
  en: new Intl.Collator('en', { numeric: true }),
  km: new Intl.Collator('km', { numeric: true }),
}

/** A fund of a list, with what it is called in the language of the page. */
export type NamedFund = FundInList & { readonly said: string }

/** The funds of the caller's network, by what they are called in the language of the page. */
export const fundsByName = async (context: HttpContext): Promise<readonly NamedFund[]> => {
  const language = context.get('language')
  const { networkId } = context.get('caller')!.session
  const funds = await fundListOf(context.get('needs').store, networkId)
  return funds
    .map((fund) => ({ ...fund, said: fundNameSaid(fund.name, language) }))
    .toSorted((a, b) => collators[language].compare(a.said, b.said))
}

/**
 * The part of a list of funds that a page shows: those that its search asks for, after the one that the page before ended
 * with. `search` is left out where all of them are shown and nobody has to look for one.
 */
export const fundsShown = (
  context: HttpContext,
  funds: readonly NamedFund[],
  { atATime, action }: { readonly atATime: number; readonly action: string },
): { readonly shown: readonly NamedFund[]; readonly search: FundSearch | undefined } => {
  const asked = searchedFor(context)
  const found = asked === '' ? funds : funds.filter((fund) => isFundAskedFor(asked, fund))
  const cursor = context.req.query('from')
  const { items, nextCursor } = portionOf(found, ({ fundId }) => fundId, {
    limit: atATime,
    cursor: found.some(({ fundId }) => fundId === cursor) ? cursor : undefined,
  })
  if (funds.length <= atATime) return { shown: items, search: undefined }
  const name: Record<string, string> = asked === '' ? {} : { name: asked }
  const more =
    nextCursor === null
      ? undefined
      : `${action}?${new URLSearchParams({ ...name, from: nextCursor }).toString()}`
  const search = { action, isNarrowed: asked !== '', isFound: found.length > 0, more }
  return { shown: items, search: { ...search, count: funds.length } }
}
