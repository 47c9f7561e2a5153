import { z } from '@hono/zod-openapi'
import { channels } from '#domain/fund/channels.ts'
import { type Currency, currencyCodes } from '#domain/kernel/money.ts'
import { type Country, countries } from '#domain/network/places.ts'
import { sources } from '#domain/network/register/sources.ts'
import type { PriceOn } from '#domain/network/roads/prices.ts'
import { pricesForAnybody } from '#src/app/network/register.ts'
import { comparedPrices } from '#src/app/remittances/comparing.ts'
import { amountIn, amountTyped } from '#src/desk/entered.ts'
import { ofAnybody } from '#src/http/api.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { day, id, sum } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { pricePath, pricesPage, usualPaid } from '#src/pages/remittances/prices-page.ts'
import { sendingWords } from '#src/words/remittance-words.ts'

const networkAsked = async (context: HttpContext): Promise<string | undefined> => {
  const asked = context.req.query('n')
  if (asked === undefined) return undefined
  return (await context.get('needs').store.networks.fundIds()).includes(asked) ? asked : undefined
}

/** Currencies in the order in which most ways take them. */
const currenciesOf = (prices: readonly PriceOn[]): readonly Currency[] => {
  const ways = Map.groupBy(prices, ({ currency }) => currency)
  return [...ways.keys()].toSorted((a, b) => ways.get(b)!.length - ways.get(a)!.length)
}

/** What was typed in each currency that ways of the country take; nothing is kept of it. */
const comparedIn = (prices: readonly PriceOn[], typed: string) => {
  const all = currenciesOf(prices)
  const read = all.map((currency) => ({
    currency,
    paid: typed === '' ? usualPaid(currency) : amountIn(typed, currency),
  }))
  const isWrong = read.some(({ paid }) => typeof paid !== 'number')
  const compared = read.flatMap(({ currency, paid }) =>
    typeof paid === 'number'
      ? [{ currency, paid, rows: comparedPrices(prices, { currency, paid }) }]
      : [],
  )
  return { compared, isWrong, first: all[0] }
}

const page = async (context: HttpContext) => {
  const { store, today, isPractice } = context.get('needs')
  const networkId = await networkAsked(context)
  const prices = await pricesForAnybody(store, { networkId, today: today() })
  const from = countries.filter((one) => prices.some(({ country }) => country === one))
  const asked = from.find((one): one is Country => one === context.req.query('from'))
  const country = asked ?? from[0]
  const typed = (context.req.query('paid') ?? '').trim().slice(0, 15)
  const { compared, isWrong, first } = comparedIn(
    prices.filter((one) => one.country === country),
    typed,
  )
  const isTyped = /^[\d\u17e0-\u17e9.]*$/.test(typed)
  const usual = first === undefined ? '' : amountTyped(usualPaid(first), first)
  const query = {
    ...(networkId === undefined ? {} : { n: networkId }),
    ...(asked === undefined ? {} : { from: asked }),
    ...(typed === '' || !isTyped ? {} : { paid: typed }),
  }
  return pricesPage(await frameOf(context, { back: behindFirstPage, query }), {
    countries: from,
    country,
    typed: isTyped ? typed || usual : '',
    fault: isWrong ? sendingWords.in(context.get('language')).amountFault : undefined,
    compared,
    isPractice,
    networkId,
  })
}

/** Before the service asks who somebody is. */
export const publicPricePages = (pages: Pages): void => {
  pages.get(pricePath.all, 'public', page)
}

const read = readPlain({
  path: '/v1/sending',
  ...ofAnybody,
  summary: 'What a sum that is sent home comes to in riel, by each way, for anybody',
  description:
    'Of each way the price with the latest source that a second one of the staff has checked. Fee, rate and what is taken where it is paid out stand apart; what is old is flagged and comes last. Nothing of what is asked is kept.',
  request: {
    query: z.strictObject({
      network: id.optional(),
      from: z.enum(countries, 'country-unknown'),
      currency: z.enum(currencyCodes as [Currency, ...Currency[]], 'currency-unknown'),
      paid: z
        .string()
        .regex(/^[1-9]\d{0,11}$/, 'amount-not-whole')
        .transform(Number)
        .openapi({ type: 'integer', description: 'All that is paid, in the smallest unit' }),
    }),
  },
  answer: z
    .object({
      asOf: day,
      isPractice: z.boolean().openapi({ description: 'Invented' }),
      ways: z.array(
        z.object({
          called: z.string(),
          channel: z.enum(channels),
          currency: z.string(),
          fee: sum.openapi({ description: 'Of this sum, in the smallest unit of its currency' }),
          rate: z.string().openapi({ description: 'Riel for one of the currency' }),
          payoutFee: sum,
          received: sum.openapi({ description: 'Riel that arrive' }),
          hours: z.object({ least: z.int(), most: z.int() }),
          source: z.enum(sources),
          seenOn: day,
          isStale: z.boolean(),
        }),
      ),
    })
    .openapi('WaysOfSending'),
  said: 'Those that bring most riel first, what is old last',
  of: async (context) => {
    const { store, today, isPractice } = context.get('needs')
    const { network: networkId, from, currency, paid } = context.req.valid('query')
    const asOf = today()
    const prices = await pricesForAnybody(store, { networkId, today: asOf })
    const ways = comparedPrices(
      prices.filter((one) => one.country === from),
      { currency, paid },
    )
    return { asOf, isPractice, ways: [...ways] }
  },
})

export const publicPriceReads = [read] as const
