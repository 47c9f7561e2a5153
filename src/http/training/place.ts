import { html } from 'hono/html'
import type { Action } from '#domain/access/table.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isAccepted } from '#src/app/answer.ts'
import { type TrainingBook, trainingOf } from '#src/app/network/training.ts'
import type { Field } from '#src/desk/fields.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { behindRoom } from '#src/http/directory/checking.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { notHere, stepUpTo } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { talkWords, trainingWords } from '#src/words/training-words.ts'

/** What the caller's own network teaches and has learnt. */
export const ownTraining = (context: HttpContext): Promise<TrainingBook> =>
  trainingOf(context.get('needs').store, context.get('network').networkId)

/** What was answered instead of "recorded", in words; undefined where it was recorded. */
const faultSaid = (
  language: Language,
  answer: Awaited<ReturnType<typeof decideInNetwork>>,
): string | undefined => {
  if (isAccepted(answer)) return undefined
  const known: Readonly<Record<string, unknown>> = {
    ...trainingWords.in(language),
    ...talkWords.in(language),
    ...trainingFaults(language),
  }
  const { code } = answer as Extract<typeof answer, { readonly code: string }>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : talkWords.in(language).notTaken
}

/** Of codes that both know, those of the training log are of people. */
const trainingFaults = (language: Language) => {
  const words = trainingWords.in(language)
  return {
    'not-oneself': words['not-oneself'],
    'training-missing': words['training-missing'],
    'duty-longer-than-training': words['duty-longer-than-training'],
  }
}

type WritingVisit<Of> = {
  readonly context: HttpContext
  readonly language: Language
  readonly of: Of
}

/** One form that writes one thing into the network's journal. */
export type Writing<Of> = {
  readonly path: string
  readonly rule: Action
  /** The page that it comes back to, and what the way there is called. */
  readonly at: string
  readonly back: (language: Language) => string
  readonly shown: Picture
  /** What of the network it is about, from the path; undefined where there is none. */
  readonly find: (context: HttpContext) => Promise<Of | undefined>
  readonly words: (visit: WritingVisit<Of>) => {
    readonly heading: string
    readonly lead?: string
    readonly submit: string
  }
  readonly whose?: (visit: WritingVisit<Of>) => Html
  readonly fields: (visit: WritingVisit<Of>) => readonly Field[] | Promise<readonly Field[]>
  readonly prefilled?: (visit: WritingVisit<Of>) => Readonly<Record<string, string>>
  readonly lines?: readonly string[]
  /** It takes two: the secret is asked again, and a second one of the staff stands behind it. */
  readonly isByTwo?: true
  readonly command: (visit: WritingVisit<Of>, of: Typed) => object
}

const taken = async <Of>(one: Writing<Of>, visit: WritingVisit<Of>, of: Typed): Promise<Taken> => {
  const { context, language } = visit
  const second = one.isByTwo ? await secondGiven(context, of, one.rule) : { approved: {} }
  if ('fault' in second) return { ...second, status: 409 }
  const { word, approved } = { word: undefined, ...second }
  const command = {
    ...envelopeOf(context, of('id')),
    type: one.rule,
    ...one.command(visit, of),
    ...approved,
  } as unknown as NetworkCommand
  const answer = await decideInNetwork(context, command, word ? { second: word } : {})
  const fault = faultSaid(language, answer)
  return fault === undefined ? { next: `${one.at}?done=1` } : { fault, status: 409 }
}

/** The page of such a form. */
export const writingPage = <Of>(pages: Pages, one: Writing<Of>): void => {
  const form: FormOf<WritingVisit<Of>> = {
    path: one.path,
    rule: one.rule,
    ...(one.lines && { lines: one.lines }),
    find: async (context) => {
      const of = await one.find(context)
      return of === undefined
        ? notHere(context)
        : { context, language: context.get('language'), of }
    },
    frame: ({ context, language }) =>
      behindRoom(context, { at: one.at, label: one.back(language) }),
    form: async (visit) => {
      const { context, language } = visit
      const { heading, lead, submit } = one.words(visit)
      return {
        shown: one.shown,
        heading,
        ...(one.whose && { whose: one.whose(visit) }),
        ...(lead === undefined ? {} : { told: html`<p>${lead}</p>` }),
        ...(one.isByTwo && { secretFirst: stepUpTo(context, one.at) }),
        action: context.req.path,
        hidden: { id: context.get('needs').ids() },
        fields: [
          ...(await one.fields(visit)),
          ...(one.isByTwo ? await staffSecondFields(context) : []),
        ],
        ...(one.prefilled && { prefilled: one.prefilled(visit) }),
        submit,
        back: { href: one.at, label: talkWords.in(language).leave },
      }
    },
    take: (visit, of) => taken(one, visit, of),
  }
  formPages(pages, form)
}

/** Where nothing of the path is asked for. */
export const nothingOf = async (): Promise<true> => true
