import { latinDigits } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import {
  type ExampleGround,
  amountBounds,
  burdenExample,
  costOf,
  floodExample,
  monthsBounds,
} from '#src/app/practice/first-examples.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import type { Glance } from '#src/app/network/home.ts'
import { glanceOn } from '#src/app/household/kept-glance.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { enrolledDevice } from '#src/http/entrance/devices.ts'
import { frameOf, ownFundOf } from '#src/http/entrance/frame.ts'
import { waysOf } from '#src/http/entrance/ways.ts'
import { todayOfFund } from '#src/http/entrance/today.ts'
import type { HttpContext } from '#src/http/env.ts'
import { numbersFor } from '#src/http/numbers/public.ts'
import type { Pages } from '#src/http/page.ts'
import type { Ways } from '#src/pages/entrance/doors-part.ts'
import type { CostExample, Examples } from '#src/pages/entrance/examples-part.ts'
import { emptyHomePage, liveHomePage, practiceHomePage } from '#src/pages/fund-home.ts'
import { glossaryPage, glossaryPath } from '#src/pages/glossary.ts'
import { type Html, behindFirstPage } from '#src/pages/layout.ts'

type Bounds = { readonly min: number; readonly max: number; readonly first: number }

/** A number in digits of either script; left out, the example's own; anything else, undefined. */
const numberInQuery = (
  text: string | undefined,
  { min, max, first }: Bounds,
): number | undefined => {
  if (text === undefined) return first
  const digits = latinDigits(text.trim())
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

const costExample = (context: HttpContext, ground: ExampleGround): CostExample => {
  const amount = numberInQuery(context.req.query('amount'), amountBounds)
  const months = numberInQuery(context.req.query('months'), monthsBounds)
  const asked = { amount: amount ?? amountBounds.first, months: months ?? monthsBounds.first }
  const wrong = amount === undefined ? 'amount' : months === undefined ? 'months' : undefined
  return { ...asked, ...costOf(ground, asked), wrong }
}

const examplesOf = (context: HttpContext, fundId: string, ground: ExampleGround): Examples => ({
  fundId,
  currency: ground.charter.currency,
  cost: costExample(context, ground),
  flood: floodExample(ground),
  burden: burdenExample(ground),
})

/** A loan example in a sum and language keeps both when the language changes. */
const queryOf = ({ amount, months, wrong }: CostExample): Readonly<Record<string, string>> =>
  wrong === undefined && (amount !== amountBounds.first || months !== monthsBounds.first)
    ? { amount: String(amount), months: String(months) }
    : {}

const practiceHome = async (
  context: HttpContext,
  {
    fundId,
    glance,
    charter,
    places,
  }: { fundId: string; glance: Glance; charter: Charter; places: Ways | undefined },
): Promise<Html> => {
  const examples = examplesOf(context, fundId, { charter, nextMeeting: glance.nextMeeting })
  const ways = places?.places.flatMap((place) => place.ways)
  return practiceHomePage(await frameOf(context, { query: queryOf(examples.cost) }), {
    home: { ...glance, fundName: await fundNameIn(context, fundId) },
    examples,
    isOpen: (await enrolledDevice(context)) !== undefined,
    ways: ways && { ways },
    numbers: await numbersFor(context),
  })
}

/** The practice fund shows itself to anybody, being invented; a live service shows strangers two doors. */
const home = async (context: HttpContext): Promise<Html> => {
  const fund = await ownFundOf(context)
  const own = fund && (await todayOfFund(context, fund))
  if (own !== undefined) return own
  const { store, isPractice, today } = context.get('needs')
  const [fundId] = await store.fundIds(1)
  const places = await waysOf(context, '/')
  if (isPractice && fundId !== undefined && !places?.search) {
    const seen = await glanceOn(store, fundId, today())
    if (seen) return practiceHome(context, { fundId, places, ...seen })
  }
  const frame = await frameOf(context)
  return fundId === undefined && places === undefined
    ? emptyHomePage(frame)
    : liveHomePage(frame, places, await numbersFor(context))
}

/** What the practice fund is, for whoever is inside it already. */
const practice = async (context: HttpContext): Promise<Html | Response> => {
  const { store, isPractice, today } = context.get('needs')
  const [fundId] = isPractice ? await store.fundIds(1) : []
  const seen = fundId === undefined ? undefined : await glanceOn(store, fundId, today())
  return seen && fundId !== undefined
    ? practiceHome(context, { fundId, places: await waysOf(context, '/'), ...seen })
    : context.html(deniedPage('not-found', await frameOf(context)), 404)
}

export const homePages = (pages: Pages): void => {
  pages.get('/', 'public', home)
  pages.get('/practice', 'public', practice)
  pages.get(glossaryPath, 'public', async (context) =>
    glossaryPage(await frameOf(context, { back: behindFirstPage })),
  )
}
