import { channels, ratePattern } from '#domain/fund/channels.ts'
import { type Currency, currencyCodes, latinDigits } from '#domain/kernel/money.ts'
import { checkAgainOn } from '#domain/network/checked.ts'
import type { Country } from '#domain/network/places.ts'
import { nameMax } from '#domain/network/public-texts.ts'
import { type TransferPrice, allPrices, priceSays } from '#domain/network/roads/prices.ts'
import { registerOf } from '#src/app/network/register.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  lineField,
  sumField,
} from '#src/desk/fields.ts'
import { type CheckedRoom, checkedPages } from '#src/http/directory/checking.ts'
import { countryField, shapeLine } from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { factSourceIn, sourceFields } from '#src/http/register/entering.ts'
import { behindRegister, faultOf, staffWords } from '#src/http/register/place.ts'
import {
  priceFacts,
  priceLine,
  pricePath,
  staffPricesPage,
} from '#src/pages/remittances/prices-page.ts'
import { remittanceWords, sendingWords } from '#src/words/remittance-words.ts'

const at = pricePath.staff
const riel = 'KHR'
const hoursMax = 2000

const pricesOf = async (context: HttpContext) =>
  registerOf(context.get('needs').store, context.get('network').networkId)

const list = async (context: HttpContext) => {
  const register = await pricesOf(context)
  const prices = allPrices(register, context.get('needs').today())
  return staffPricesPage(await behindStart(context), {
    prices: prices.map((price) => ({
      ...price,
      state: price.checked,
      checkAgainOn: checkAgainOn(price, register.goodForDays),
    })),
    by: context.get('caller')!.by.actor,
    done: doneText(context, staffWords(context).done),
    networkId: register.networkId,
  })
}

const room: Omit<CheckedRoom<TransferPrice>, 'find'> = {
  at,
  key: 'priceId',
  check: 'CheckTransferPrice',
  withdraw: 'WithdrawTransferPrice',
  words: (language) => {
    const words = sendingWords.in(language)
    return {
      back: words.back,
      checkHeading: words.checkHeading,
      checkLead: words.checkLead,
      outFormHeading: words.outHeading,
      outLead: words.outLead,
    }
  },
  line: priceLine,
  facts: priceFacts,
  checked: (priceId, how) => ({ type: 'CheckTransferPrice', priceId, how }),
  withdrawn: (priceId, why) => ({ type: 'WithdrawTransferPrice', priceId, why }),
}

const decimalField = (name: 'rate' | 'feePercent', label: string, fault: string): Field =>
  lineField({
    name,
    label,
    fault,
    rule: (text) => (ratePattern.test(latinDigits(text)) ? latinDigits(text) : undefined),
    inputmode: 'decimal',
    lengthMax: 13,
  })

const fieldsOf = (context: HttpContext, of: Typed): readonly Field[] => {
  const language = context.get('language')
  const words = sendingWords.in(language)
  const said = remittanceWords.in(language)
  const currency = currencyCodes.find((one) => one === of('currency')) ?? 'THB'
  const hours = (name: 'least' | 'most', label: string): Field =>
    countField({ name, label, faults: faultsAll(words.hoursFault), max: hoursMax, mayBeZero: true })
  return [
    countryField(language),
    choiceField({
      name: 'channel',
      label: said.channel,
      choices: choicesOf(channels, (one) => said[`channel_${one}`]),
      fault: said.chooseOne,
    }),
    shapeLine({
      name: 'called',
      label: words.called,
      hint: words.calledHint,
      shape: priceSays.called,
      fault: words.calledHint,
      lengthMax: nameMax,
    }),
    choiceField({
      name: 'currency',
      label: words.currency,
      choices: choicesOf(currencyCodes, (one) => said[`currency_${one}`]),
      fault: said.chooseOne,
    }),
    sumField(
      { language },
      {
        name: 'fee',
        label: words.feeFixed,
        currency,
        mayBeZero: true,
        faults: faultsAll(words.sumFault),
      },
    ),
    decimalField('feePercent', words.feePercent, words.percentFault),
    decimalField('rate', words.rate, words.rateFault),
    sumField(
      { language },
      {
        name: 'payoutFee',
        label: words.payoutFee,
        currency: riel,
        mayBeZero: true,
        faults: faultsAll(words.sumFault),
      },
    ),
    hours('least', words.hoursLeast),
    hours('most', words.hoursMost),
    ...sourceFields(context),
  ]
}

const priceIn = (of: Typed) => {
  const currency = of('currency') as Currency
  return {
    country: of('country') as Country,
    channel: of('channel') as TransferPrice['channel'],
    called: of('called'),
    currency,
    fee: amountOrZero(of('fee'), currency) ?? 0,
    feePercent: of('feePercent'),
    rate: of('rate'),
    payoutFee: amountOrZero(of('payoutFee'), riel) ?? 0,
    hours: { least: Number(of('least')), most: Number(of('most')) },
    ...factSourceIn(of),
  }
}

const proposing: FormOf<{ readonly context: HttpContext }> = {
  path: `${at}/propose`,
  rule: 'ProposeTransferPrice',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindRegister(context),
  form: ({ context }, of) => {
    const words = sendingWords.in(context.get('language'))
    return {
      shown: 'road',
      heading: words.propose,
      action: `${at}/propose`,
      hidden: { id: context.get('needs').ids() },
      fields: fieldsOf(context, of),
      submit: words.enter,
      back: { href: at, label: staffWords(context).leave },
    }
  },
  take: async ({ context }, of) => {
    const id = of('id')
    const command = {
      ...envelopeOf(context, id),
      type: 'ProposeTransferPrice',
      priceId: id,
      ...priceIn(of),
    }
    const fault = await faultOf(context, command)
    return fault === undefined ? { next: `${at}?done=1` } : { fault, status: 409 }
  },
}

/** Prices of sending money home for those of the staff who enter and check them. */
export const priceStaffPages = (pages: Pages): void => {
  pages.get(at, 'read-register', list)
  formPages(pages, proposing)
  checkedPages(pages, {
    ...room,
    find: async (context, key) =>
      (await pricesOf(context)).prices.find(({ priceId }) => priceId === key),
  })
}
