import { html } from 'hono/html'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { notesOf, worthOf } from '#domain/fund/meeting/banknotes.ts'
import type { Founded, Founding } from '#src/app/network/founding-fund.ts'
import { amountAgain } from '#src/desk/entered.ts'
import { type Field, countField, faultsAll, lineField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages, sentForm } from '#src/http/form-pages.ts'
import { foundHere } from '#src/http/network/foundings.ts'
import { foundingFields, foundingIn } from '#src/http/network/founding-fields.ts'
import { behindNetwork, stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { countIn, noteField, sumName } from '#src/pages/meeting/count-typed.ts'
import { signInFormOf } from '#src/pages/network/first-steps-part.ts'
import { foundedPage, foundingPart } from '#src/pages/network/founding-page.ts'
import { moneyInFigures, moneyInTable } from '#src/words/locale.ts'
import { entranceWords, foundingWords, meetingWords } from '#src/words/words.ts'

const path = '/network/found'

type FoundingVisit = { readonly context: HttpContext }

const wordsOf = ({ context }: FoundingVisit) => foundingWords.in(context.get('language'))

/** What stands against a founding: of one field, or of all of it. */
const wrongWith = (visit: FoundingVisit, founded: Founded) => {
  const words = wordsOf(visit)
  const status = 409
  if ('invalid' in founded) {
    const isLed = founded.invalid !== 'chair-and-record-keeper-needed'
    return { fault: isLed ? words.faultRules : words.faultOfficers, status } as const
  }
  if (!('code' in founded)) return undefined
  const { code } = founded
  if (code === 'rate-above-cap')
    return { faults: new Map([['rateNormal', words.faultAboveCap]]), status } as const
  const fault = {
    'too-few-women': words.faultWomen,
    'card-already-given': words.faultCardTwice,
    'id-used-for-another-command': words.faultSent,
  }[code]
  return { fault, status } as const
}

/** The count of the box: by note, or its sum. */
const countFields = (
  visit: FoundingVisit,
  { charter: { currency } }: Founding,
): readonly Field[] => {
  const words = wordsOf(visit)
  const note = (one: number): Field =>
    countField({
      name: noteField(one),
      label: words.noteOf(moneyInTable({ amount: one, currency })),
      faults: faultsAll(words.faultPieces),
      group: meetingWords.in(visit.context.get('language')).countLegend,
      isOptional: true,
      mayBeZero: true,
    })
  const sum = lineField({
    name: sumName,
    label: words.orSum,
    hint: words.orSumHint,
    rule: (text) => amountAgain(text, currency),
    fault: words.faultSum,
    isOptional: true,
    inputmode: 'decimal',
  })
  return [...notesOf(currency).map(note), sum]
}

/** Counted less what the book says; undefined where nothing was counted that could be read. */
const beyondIn = (of: Typed, { charter, opening }: Founding): number | undefined => {
  const { count, faults } = countIn(of, charter.currency)
  return faults.size > 0 ? undefined : count.amount - opening.cash
}

/** What is about to be founded, and the count of the box; a difference is named before it is agreed to. */
const counting = (visit: FoundingVisit, of: Typed, founding: Founding): FormText => {
  const words = wordsOf(visit)
  const beyond = beyondIn(of, founding)
  return {
    shown: 'box',
    heading: words.countHeading,
    told: html`${foundingPart(visit.context.get('language'), founding, beyond)}
      <p>${words.countLead}</p>`,
    action: `${path}/count`,
    at: path,
    hidden: { agreed: beyond === undefined ? '' : String(beyond) },
    fields: countFields(visit, founding),
    beside: 'grouped',
    submit: beyond ? words.foundSo : words.found,
    back: { label: words.change, change: path },
  }
}

/** A village begins its fund: rules, officers, an older book's balances, and what is counted in the box. */
const founding: FormOf<FoundingVisit> = {
  path,
  rule: 'import-book',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindNetwork(context),
  form: (visit, of) => {
    const { context } = visit
    const words = wordsOf(visit)
    const language = context.get('language')
    const { ids, today } = context.get('needs')
    return {
      shown: 'house',
      heading: words.heading,
      told: html`<p>${words.lead}</p>`,
      secretFirst: stepUpTo(context, path),
      action: path,
      hidden: { id: ids() },
      fields: foundingFields({ language, today: today() }, of),
      prefilled: { currency: 'KHR', day: today() },
      submit: words.toCount,
      back: { href: '/network', label: entranceWords.in(language).back },
    }
  },
  isAskedUntilSure: true,
  question: async (visit, of) => {
    const asked = foundingIn(of)
    if (charterFault(asked.charter) !== undefined) return { fault: wordsOf(visit).faultRules }
    // A count makes it another founding than the one without, which is tried before it is counted.
    const isTried = of('sure') === 'yes'
    const wrong = isTried
      ? undefined
      : wrongWith(visit, await foundHere(visit.context, asked, true))
    return wrong ?? counting(visit, of, asked)
  },
  // Counted as the book says, it is founded; otherwise the difference is shown first and agreed to.
  take: async (visit, of) => {
    const { context } = visit
    const words = wordsOf(visit)
    const asked = foundingIn(of)
    const { currency } = asked.charter
    const { count, faults } = countIn(of, currency)
    if (faults.size > 0) {
      const worth = moneyInFigures({ amount: worthOf(count.notes ?? []), currency })
      const isDifferent = faults.get(sumName) === 'differs'
      const fault = isDifferent ? words.faultDiffers(worth) : words.faultNothing
      return { faults: new Map([[sumName, fault]]) }
    }
    const beyond = count.amount - asked.opening.cash
    if (beyond !== 0 && of('agreed') !== String(beyond)) return 'ask'
    const counted = { ...asked, opening: { ...asked.opening, counted: count } }
    const founded = await foundHere(context, counted, false)
    const wrong = wrongWith(visit, founded)
    if (wrong || !('fundId' in founded)) return wrong!
    const { fundId } = founded
    const toSignIns = signInFormOf({ fundId, card: asked.officers[0]!.card })
    return context.html(foundedPage(await behindNetwork(context), { name: asked.name, toSignIns }))
  },
}

export const foundingPages = (pages: Pages): void => {
  formPages(pages, founding)
  pages.post(`${path}/count`, 'import-book', sentForm(founding))
}
