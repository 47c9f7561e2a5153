import { html } from 'hono/html'
import type { Action } from '#domain/access/table.ts'
import { type Checked, checkWays, withdrawalReasons } from '#domain/network/checked.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isAccepted } from '#src/app/answer.ts'
import { type NetworkBook, networkBookOf } from '#src/app/network/network-views.ts'
import { choiceField, choicesOf, tickField } from '#src/desk/fields.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { insteadOfForm, notHere } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords, directoryWords } from '#src/words/words.ts'

/** Words of what is checked: those of numbers are good for both. */
type RoomWords = {
  readonly back: string
  readonly checkHeading: string
  readonly checkLead: string
  readonly outFormHeading: string
  readonly outLead: string
}

/** A list of what two of the staff stand behind: its place, what of it is in the path, and how it is told. */
export type CheckedRoom<One extends Checked> = {
  readonly at: string
  readonly key: string
  readonly check: Action
  readonly withdraw: Action
  /** Two of the staff take one out, where there is another one. */
  readonly isOutByTwo?: true
  readonly words: (language: Language) => RoomWords
  readonly find: (context: HttpContext, key: string) => Promise<One | undefined>
  readonly line: (language: Language, one: One) => Html
  readonly facts: (language: Language, one: One) => Html
  readonly checked: (key: string, how: (typeof checkWays)[number], one: One) => object
  readonly withdrawn: (key: string, why: (typeof withdrawalReasons)[number]) => object
}

type CheckVisit<One> = {
  readonly context: HttpContext
  readonly language: Language
  readonly key: string
  readonly one: One
}

/** The book of the network of whoever is signed in. */
export const ownBookOf = async (context: HttpContext): Promise<NetworkBook> =>
  (await networkBookOf(context.get('needs').store, context.get('network').networkId))!

/** What is answered instead of "recorded", in words; undefined where it was recorded. */
export const saidOfAnswer = (
  language: Language,
  answer: Awaited<ReturnType<typeof decideInNetwork>>,
): string | undefined => {
  if (isAccepted(answer)) return undefined
  const known: Readonly<Record<string, unknown>> = {
    ...directoryWords.in(language),
    ...numbersWords.in(language),
  }
  const { code } = answer as Extract<typeof answer, { readonly code: string }>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : numbersWords.in(language).notTaken
}

/** Sends what a form says, and goes back to the list. */
export const sendAndBack = async (
  context: HttpContext,
  command: object,
  back: string,
  how: Parameters<typeof decideInNetwork>[2] = {},
): Promise<Taken> => {
  const language = context.get('language')
  const answer = await decideInNetwork(context, command as NetworkCommand, how)
  const fault = saidOfAnswer(language, answer)
  return fault === undefined ? { next: `${back}?done=1` } : { fault, status: 409 }
}

export const behindRoom = (context: HttpContext, { at, label }: { at: string; label: string }) =>
  frameOf(context, {
    back: { href: at, label },
    ...(context.req.method === 'GET' ? {} : { at }),
  })

const visitOf = async <One extends Checked>(
  context: HttpContext,
  { key: param, find }: CheckedRoom<One>,
): Promise<CheckVisit<One> | Response> => {
  const key = context.req.param(param) ?? ''
  const one = await find(context, key)
  if (!one) return notHere(context)
  return { context, language: context.get('language'), key, one }
}

/** Told before the form, where it would be refused whatever stood in it. */
const instead = async <One extends Checked>(
  { context, language, one }: CheckVisit<One>,
  { at, words }: CheckedRoom<One>,
  isCheck: boolean,
): Promise<Response | undefined> => {
  const told = numbersWords.in(language)
  const isOwn = isCheck && one.enteredBy === context.get('caller')!.by.actor
  if (!one.withdrawn && !isOwn) return undefined
  const { back: label, checkHeading, outFormHeading } = words(language)
  return insteadOfForm(context, await behindRoom(context, { at, label }), {
    heading: isCheck ? checkHeading : outFormHeading,
    line: one.withdrawn ? told['withdrawn-already'] : told['checked-by-whoever-entered'],
    back: at,
  })
}

type Act<One> = {
  readonly path: string
  readonly rule: Action
  readonly isByTwo?: true
  readonly form: (visit: CheckVisit<One>) => Omit<FormText, 'action' | 'back' | 'hidden'>
  readonly command: (visit: CheckVisit<One>, of: Typed) => object
}

const actForm = <One extends Checked>(
  room: CheckedRoom<One>,
  { path, rule, form, command, isByTwo }: Act<One>,
): FormOf<CheckVisit<One>> => ({
  path: `${room.at}/:${room.key}/${path}`,
  rule,
  find: async (context) => {
    const visit = await visitOf(context, room)
    return visit instanceof Response
      ? visit
      : ((await instead(visit, room, path === 'check')) ?? visit)
  },
  frame: ({ context, language }) =>
    behindRoom(context, { at: room.at, label: room.words(language).back }),
  form: async (visit) => {
    const asked = form(visit)
    const second = isByTwo ? await staffSecondFields(visit.context) : []
    return {
      ...asked,
      fields: [...asked.fields, ...second],
      action: `${room.at}/${visit.key}/${path}`,
      hidden: { id: visit.context.get('needs').ids() },
      back: { href: room.at, label: numbersWords.in(visit.language).leave },
    }
  },
  take: async (visit, of) => {
    const { context } = visit
    const second = isByTwo ? await secondGiven(context, of, rule) : { approved: {} }
    if ('fault' in second) return { ...second, status: 409 }
    const { word, approved } = { word: undefined, ...second }
    const said = { ...envelopeOf(context, of('id')), ...command(visit, of), ...approved }
    return sendAndBack(context, said, room.at, word ? { second: word } : {})
  },
})

/** Somebody who has not entered it says that it is so. */
const checking = <One extends Checked>(room: CheckedRoom<One>) =>
  actForm(room, {
    path: 'check',
    rule: room.check,
    form: ({ language, one }) => {
      const words = numbersWords.in(language)
      const { checkHeading: heading, checkLead } = room.words(language)
      return {
        shown: 'glass',
        heading,
        whose: room.line(language, one),
        told: html`<p>${checkLead}</p>`,
        known: room.facts(language, one),
        fields: [
          choiceField({
            name: 'how',
            label: words.how,
            choices: choicesOf(checkWays, (way) => words[`how_${way}`]),
            fault: words.choose,
            as: 'radios',
          }),
          tickField({
            name: 'isSo',
            label: words.isSoTick,
            said: words.isSo,
            fault: words.isSoFault,
          }),
        ],
        submit: words.checkButton,
      }
    },
    command: ({ key, one }, of) => room.checked(key, of('how') as (typeof checkWays)[number], one),
  })

const takingOut = <One extends Checked>(room: CheckedRoom<One>) =>
  actForm(room, {
    path: 'withdraw',
    rule: room.withdraw,
    ...(room.isOutByTwo && { isByTwo: room.isOutByTwo }),
    form: ({ language, one }) => {
      const words = numbersWords.in(language)
      const { outFormHeading: heading, outLead } = room.words(language)
      return {
        shown: 'stop',
        heading,
        whose: room.line(language, one),
        told: html`<p>${outLead}</p>`,
        known: room.facts(language, one),
        fields: [
          choiceField({
            name: 'why',
            label: words.why,
            choices: choicesOf(withdrawalReasons, (why) => words[`why_${why}`]),
            fault: words.choose,
            as: 'radios',
          }),
        ],
        submit: words.outButton,
      }
    },
    command: ({ key }, of) => room.withdrawn(key, of('why') as (typeof withdrawalReasons)[number]),
  })

/** The forms by which one of a list is checked and taken out. */
export const checkedPages = <One extends Checked>(pages: Pages, room: CheckedRoom<One>): void => {
  formPages(pages, checking(room))
  formPages(pages, takingOut(room))
}
