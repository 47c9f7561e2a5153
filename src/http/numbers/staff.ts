import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import { type PublicNumber, numberKinds, numberSays } from '#domain/network/numbers.ts'
import { type Country, spokenLanguages } from '#domain/network/places.ts'
import { nameMax } from '#domain/network/public-texts.ts'
import { numbersOf } from '#src/app/network/numbers.ts'
import { type SuggestedNumber, suggestedNumbers } from '#src/app/network/suggested-numbers.ts'
import { type Field, choiceField, choicesOf, countField, faultsAll } from '#src/desk/fields.ts'
import {
  type CheckedRoom,
  behindRoom,
  checkedPages,
  ownBookOf,
  saidOfAnswer,
} from '#src/http/directory/checking.ts'
import {
  countryField,
  languageTicks,
  phoneLine,
  shapeLine,
  tickedOf,
  unlessEmpty,
} from '#src/http/directory/said-fields.ts'
import { proposing } from '#src/http/directory/proposing.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { numberFacts, numberLine, staffNumbersPage } from '#src/pages/numbers/staff-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords } from '#src/words/words.ts'

const at = numbersPath.staff

type NumberVisit = { readonly context: HttpContext; readonly language: Language }

const visitOf = async (context: HttpContext): Promise<NumberVisit> => ({
  context,
  language: context.get('language'),
})

const behindNumbers = ({ context, language }: NumberVisit) =>
  behindRoom(context, { at, label: numbersWords.in(language).back })

const list = async (context: HttpContext) => {
  const { today, isPractice } = context.get('needs')
  const book = await ownBookOf(context)
  const { held } = context.get('network')
  const may = (action: Parameters<typeof scopeFor>[0]) => scopeFor(action, held) === 'all'
  return staffNumbersPage(await behindStart(context), {
    numbers: numbersOf(book, today()),
    goodForDays: book.goodForDays,
    by: context.get('caller')!.by.actor,
    at: numbersPath.all(book.networkId),
    maySetDays: may('SetCheckDays'),
    // An invented network has invented numbers; whoever looks after a real one may have these looked at.
    suggested: may('SetCheckDays') && !isPractice ? suggestedNumbers : [],
    done: doneText(context, numbersWords.in(context.get('language')).done),
  })
}

const room: CheckedRoom<PublicNumber> = {
  at,
  key: 'numberId',
  check: 'CheckNumber',
  withdraw: 'WithdrawNumber',
  words: (language) => numbersWords.in(language),
  find: async (context, key) =>
    (await ownBookOf(context)).numbers.find(({ numberId }) => numberId === key),
  line: numberLine,
  facts: numberFacts,
  checked: (numberId, how) => ({ type: 'CheckNumber', numberId, how }),
  withdrawn: (numberId, why) => ({ type: 'WithdrawNumber', numberId, why }),
}

const prices = ['unknown', 'yes', 'no'] as const

const fieldsOf = (language: Language): readonly Field[] => {
  const words = numbersWords.in(language)
  return [
    countryField(language),
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(numberKinds, (kind) => words[`kind_${kind}`]),
      fault: words.choose,
    }),
    phoneLine({
      name: 'number',
      label: words.number,
      hint: words.numberHint,
      shape: numberSays.number,
      fault: words['phone-unreadable'],
    }),
    shapeLine({
      name: 'name',
      label: words.name,
      hint: words.nameHint,
      shape: numberSays.name,
      fault: words['name-unreadable'],
      lengthMax: nameMax,
      isOptional: true,
    }),
    choiceField({
      name: 'price',
      label: words.price,
      choices: choicesOf(prices, (price) => words[`price_${price}`]),
      fault: words.choose,
    }),
    shapeLine({
      name: 'hours',
      label: words.hours,
      hint: words.hoursHint,
      shape: numberSays.hours,
      fault: words['hours-unreadable'],
      lengthMax: 11,
      isOptional: true,
    }),
    ...languageTicks(language),
  ]
}

const numberIn = (of: Typed) => ({
  country: of('country') as Country,
  kind: of('kind') as (typeof numberKinds)[number],
  number: of('number'),
  ...unlessEmpty('name', of('name')),
  ...unlessEmpty('hours', of('hours')),
  ...(of('price') === 'unknown' ? {} : { isFree: of('price') === 'yes' }),
  languages: tickedOf('language', spokenLanguages, of),
})

const prefilledBy = (one: SuggestedNumber | undefined): Readonly<Record<string, string>> =>
  one === undefined
    ? { country: 'KH', price: 'unknown' }
    : {
        country: one.country,
        kind: one.kind,
        number: one.number,
        name: one.name ?? '',
        price: 'unknown',
        ...Object.fromEntries(one.languages.map((spoken) => [`language-${spoken}`, 'yes'])),
      }

const entering = proposing({
  at,
  rule: 'ProposeNumber',
  shown: 'voice',
  words: (language) => numbersWords.in(language),
  fields: fieldsOf,
  prefilled: (context) => {
    const from = context.req.query('from')
    return prefilledBy(suggestedNumbers.find(({ suggestionId }) => suggestionId === from))
  },
  facts: (language, of) => numberFacts(language, numberIn(of)),
  says: (of) => ({ numberId: of('id'), ...numberIn(of) }),
})

const settingDays: FormOf<NumberVisit> = {
  path: `${at}/days`,
  rule: 'SetCheckDays',
  find: visitOf,
  frame: behindNumbers,
  form: async ({ context, language }) => {
    const words = numbersWords.in(language)
    const { goodForDays } = await ownBookOf(context)
    return {
      shown: 'late',
      heading: words.daysHeading,
      told: html`<p>${words.daysLead}</p>`,
      action: `${at}/days`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        countField({
          name: 'days',
          label: words.days,
          hint: words.daysHint,
          faults: faultsAll(words['days-out-of-range']),
          max: 366,
        }),
        ...(await staffSecondFields(context)),
      ],
      prefilled: { days: String(goodForDays) },
      submit: words.daysButton,
      back: { href: at, label: words.leave },
    }
  },
  take: async ({ context, language }, of) => {
    const second = await secondGiven(context, of, 'SetCheckDays')
    if ('fault' in second) return { ...second, status: 409 }
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'SetCheckDays' as const,
      days: Number(of('days')),
      ...second.approved,
    }
    const { word } = second
    const answer = await decideInNetwork(context, command, word ? { second: word } : {})
    const fault = saidOfAnswer(language, answer)
    return fault === undefined ? { next: `${at}?done=1` } : { fault, status: 409 }
  },
}

/** Numbers for an emergency, for those of the staff who enter and check them. */
export const numberPages = (pages: Pages): void => {
  pages.get(at, 'read-numbers', list)
  formPages(pages, entering)
  formPages(pages, settingDays)
  checkedPages(pages, room)
}
