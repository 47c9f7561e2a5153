import { worthOf } from '#domain/fund/banknotes.ts'
import type { Count } from '#domain/fund/meetings.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { Founded, Founding } from '#src/app/founding-fund.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { foundHere } from '#src/http/foundings.ts'
import { behindNetwork, stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { type CountRead, countIn } from '#src/pages/meeting/count-typed.ts'
import {
  type FoundingFault,
  type FoundingFaults,
  foundingIn,
} from '#src/pages/network/founding-form.ts'
import {
  type FoundingCount,
  foundedPage,
  foundingCountPage,
} from '#src/pages/network/founding-count-page.ts'
import { foundingPage } from '#src/pages/network/founding-page.ts'
import type { Html } from '#src/pages/layout.ts'

const path = '/network/found'
type Of = (name: string) => string

const formPage = async (
  context: HttpContext,
  { id, of, faults }: { readonly id: string; readonly of: Of; readonly faults: FoundingFaults },
): Promise<Html> =>
  foundingPage(await behindNetwork(context), {
    id,
    of,
    faults,
    today: context.get('needs').today(),
    stepUpTo: stepUpTo(context, path),
  })

const countPage = async (
  context: HttpContext,
  { founding, of }: { readonly founding: Founding; readonly of: Of },
  { count, faults }: Partial<CountRead> & Pick<CountRead, 'faults'>,
): Promise<Html> => {
  const shown: FoundingCount = {
    founding,
    of,
    faults,
    worth: worthOf(count?.notes ?? []),
    beyond: count && faults.size === 0 ? count.amount - founding.opening.cash : undefined,
  }
  return foundingCountPage(await behindNetwork(context), shown)
}

/** What stands against a founding, by the field to look at. */
const placeOf = (founded: Founded): readonly [string, FoundingFault] | undefined => {
  if ('invalid' in founded) {
    if (founded.invalid === 'chair-and-record-keeper-needed') return ['', 'faultOfficers']
    return ['', 'faultRules']
  }
  if (!('code' in founded)) return undefined
  const said = {
    'rate-above-cap': ['rateNormal', 'faultAboveCap'],
    'too-few-women': ['', 'faultWomen'],
    'card-already-given': ['', 'faultCardTwice'],
    'id-used-for-another-command': ['', 'faultSent'],
  } as const
  return said[founded.code]
}

type Read = { readonly of: Of; readonly founding: Founding }

/** What was typed, where it can be read; else the form again with what to change. */
const readIn = async (context: HttpContext): Promise<Read | Response> => {
  const of = await textsOf(context)
  const { ids, today } = context.get('needs')
  const sent = of('id')
  const id = isUuid(sent) ? sent : ids()
  const { founding, faults } = foundingIn(of, { id, today: today() })
  if (of('again') === 'yes') return context.html(await formPage(context, { id, of, faults }))
  if (faults.size > 0) return context.html(await formPage(context, { id, of, faults }), 400)
  return { of, founding }
}

/** The form again, where a rule stands against what would be founded. */
const againIfRefused = async (
  context: HttpContext,
  { of, founding }: Read,
  founded: Founded,
): Promise<Response | undefined> => {
  const place = placeOf(founded)
  if (place === undefined) return undefined
  const again = { id: founding.id, of, faults: new Map([place]) }
  return context.html(await formPage(context, again), 409)
}

const take = async (context: HttpContext): Promise<Html | Response> => {
  const read = await readIn(context)
  if (read instanceof Response) return read
  const again = await againIfRefused(context, read, await foundHere(context, read.founding, true))
  return again ?? countPage(context, read, { faults: new Map() })
}

const withCount = (founding: Founding, counted: Count): Founding => ({
  ...founding,
  opening: { ...founding.opening, counted },
})

/** Counted as the book says, it is founded; otherwise the difference is shown first and agreed to. */
const takeCount = async (context: HttpContext): Promise<Html | Response> => {
  const read = await readIn(context)
  if (read instanceof Response) return read
  const { of, founding } = read
  const counted = countIn(of, founding.charter.currency)
  if (counted.faults.size > 0) return context.html(await countPage(context, read, counted), 400)
  const beyond = counted.count.amount - founding.opening.cash
  if (beyond !== 0 && of('agreed') !== String(beyond)) return countPage(context, read, counted)
  const founded = await foundHere(context, withCount(founding, counted.count), false)
  const again = await againIfRefused(context, read, founded)
  return again ?? foundedPage(await behindNetwork(context), founding.name)
}

/** A village begins its fund: rules, officers, an older book's balances, and what is counted in the box. */
export const foundingPages = (pages: Pages): void => {
  pages.get(path, 'import-book', (context) => {
    const id = context.get('needs').ids()
    return formPage(context, { id, of: () => '', faults: new Map() })
  })
  pages.post(path, 'import-book', take)
  pages.post(`${path}/count`, 'import-book', takeCount)
}
