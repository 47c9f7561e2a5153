import { latinDigits } from '#domain/kernel/money.ts'
import {
  type Box,
  type BoxNeeds,
  boxBehind,
  letterKinds,
  letterMax,
  letterOf,
  letterReaders,
  letterText,
  putIn,
  takeOut,
} from '#src/app/box.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { choiceField, choicesOf, lineField, linesField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { boxNeeds, noBox } from '#src/http/box/needs.ts'
import type { Senders } from '#src/http/box/senders.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages, sentForm } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type BoxPlace,
  boxPage,
  boxPath,
  boxWordsAt,
  letterPage,
  putInPage,
} from '#src/pages/box/box-pages.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
import { deskWords } from '#src/words/words.ts'

type BoxVisit = {
  readonly context: HttpContext
  readonly needs: BoxNeeds
  readonly box: Box
  readonly place: BoxPlace
}

/** Nobody is looked up here: the box comes before the service asks who somebody is. */
const visitAt = async (context: HttpContext, of: Typed): Promise<BoxVisit | Response> => {
  const needs = boxNeeds(context)
  if (!needs) return noBox(context, 'closed')
  const door = of('b') || (context.req.query('b') ?? '')
  const box = await boxBehind(needs, door)
  if (!box) return noBox(context, 'gone')
  const language = context.get('language')
  const { isPractice } = context.get('needs')
  const fundName = await fundNameIn(context, box.fundId)
  return { context, needs, box, place: { language, isPractice, door, fundName } }
}

const writingForm = ({ place }: BoxVisit): FormText => {
  const words = boxWordsAt(place)
  const fault = deskWords.in(place.language).pleaseChoose
  return {
    heading: words.heading,
    action: boxPath.at(place.door),
    hidden: { b: place.door },
    fields: [
      choiceField({
        name: 'kind',
        label: words.kindLabel,
        choices: choicesOf(letterKinds, (kind) => words[`kind_${kind}`]),
        fault,
        as: 'radios',
      }),
      choiceField({
        name: 'to',
        label: words.toLabel,
        choices: choicesOf(letterReaders, (to) => words[`to_${to}`]),
        fault,
        as: 'radios',
      }),
      linesField({
        name: 'text',
        label: words.textLabel,
        hint: `${words.noNames} ${words.textHint(letterMax)}`,
        rule: letterText,
        fault: words.answerFault(letterMax),
        lengthMax: letterMax,
      }),
    ],
    submit: words.send,
  }
}

const readingForm = ({ place }: BoxVisit): FormText => {
  const words = boxWordsAt(place)
  return {
    heading: words.readHeading,
    action: boxPath.at(place.door, boxPath.read),
    hidden: { b: place.door },
    fields: [
      lineField({
        name: 'receipt',
        label: words.receiptLabel,
        rule: (typed) => latinDigits(typed).slice(0, 60),
        fault: words.noLetter,
        inputmode: 'numeric',
        isOptional: true,
        isGivenAnew: true,
      }),
    ],
    submit: words.readButton,
  }
}

const atBox = {
  rule: 'public',
  find: visitAt,
  frame: async ({ place }: BoxVisit) => place,
} as const

/** The box, with the one of its two forms that was sent. */
const writingBy = (senders: Senders): FormOf<BoxVisit> => ({
  ...atBox,
  path: boxPath.box,
  // Whatever somebody wrote in a letter comes back to be mended, be the rest of it odd.
  lines: ['text', 'kind', 'to'],
  form: writingForm,
  page: (visit, form, filling) =>
    boxPage(visit.place, {
      writing: formPart(visit.place.language, form, filling),
      reading: formPart(visit.place.language, readingForm(visit), unfilled()),
      isTakenBack: visit.context.req.query('done') === 'back',
    }),
  take: async ({ context, needs, box, place }, of) => {
    const kind = letterKinds.find((one) => one === of('kind'))!
    const to = letterReaders.find((one) => one === of('to'))!
    const on = context.get('needs').today()
    const from = await senders(context)
    // Of the budget of all others it takes nothing.
    if (from === 'too-many') return { fault: boxWordsAt(place).tooMany, status: 429 }
    const letter = { kind, to, on, text: of('text'), isFirst: from === 'first' }
    const done = await putIn(needs, box, letter)
    if (done === 'full') return { fault: boxWordsAt(place).full, status: 429 }
    return context.html(putInPage(place, done.receipt))
  },
})

const reading: FormOf<BoxVisit> = {
  ...atBox,
  path: boxPath.read,
  // A receipt is pasted with whatever stood between its digits.
  lines: 'receipt',
  form: readingForm,
  page: (visit, form, filling) =>
    boxPage(visit.place, {
      writing: formPart(visit.place.language, writingForm(visit), unfilled()),
      reading: formPart(visit.place.language, form, filling),
    }),
  take: async ({ context, needs, box, place }, of) => {
    const letter = await letterOf(needs, box, of('receipt'))
    if (letter) return context.html(letterPage(place, letter, of('receipt')))
    return { fault: boxWordsAt(place).noLetter, status: 404 }
  },
}

/** Sent by a button below the letter, with what the letter was read by. */
const takingBack: FormOf<BoxVisit> = {
  ...reading,
  path: boxPath.takeBack,
  take: async ({ needs, box, place }, of) => {
    const letter = await letterOf(needs, box, of('receipt'))
    if (letter) await takeOut(needs, box.networkId, letter.code)
    return { next: `${boxPath.at(place.door)}&done=back` }
  },
}

/** The box, for anybody: who comes is asked by nothing, and nothing of it is kept. */
export const boxPages = (pages: Pages, senders: Senders): void => {
  formPages(pages, writingBy(senders))
  for (const one of [reading, takingBack]) pages.post(one.path, one.rule, sentForm(one))
}
