import { html } from 'hono/html'
import {
  type MessageChoices,
  type MessageLink,
  messageKinds,
  messageLanguages,
} from '#domain/fund/messages.ts'
import { choose, makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { type MemberPlace, linkOfMember } from '#src/app/messages/rows.ts'
import { choiceField, choicesOf, tickField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { askedNow } from '#src/http/asked-again.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { ownSecretField } from '#src/http/household/own-secret.ts'
import { type MessageNeeds, messageNeeds } from '#src/http/messages/needs.ts'
import { isOwner } from '#src/http/owner.ts'
import type { Pages } from '#src/http/page.ts'
import { type FormFilling, type FormText, formPart } from '#src/pages/forms/form.ts'
import type { Html } from '#src/pages/layout.ts'
import {
  type OwnMessages,
  ownMessagesPage,
  ownMessagesPath,
} from '#src/pages/messages/own-messages.ts'
import { messagePageWords, ownWords } from '#src/words/words.ts'

const steps = ['code', 'choose', 'sums-in', 'sums-out', 'stop'] as const
type Step = (typeof steps)[number]

type PhoneVisit = OwnVisit & {
  readonly needs: MessageNeeds
  readonly whose: MemberPlace
  readonly link: MessageLink | undefined
}

const wordsOf = ({ place }: OwnVisit) => messagePageWords.in(place.language)

/** Which texts come, and in which language. */
const choosing = (visit: PhoneVisit): Pick<FormText, 'fields' | 'prefilled' | 'submit'> => {
  const words = wordsOf(visit)
  const { link } = visit
  return {
    fields: [
      ...messageKinds.map((kind) => {
        const label = words[`kind_${kind}`]
        return tickField({ name: `kind-${kind}`, label, said: label, group: words.kinds })
      }),
      choiceField({
        name: 'language',
        label: words.language,
        choices: choicesOf(messageLanguages, (one) => words[`language_${one}`]),
        fault: words.fault,
      }),
    ],
    prefilled: {
      ...Object.fromEntries(link?.kinds.map((kind) => [`kind-${kind}`, 'yes']) ?? []),
      language: link?.language ?? 'km',
    },
    submit: words.keep,
  }
}

/** What links a phone or lets sums be told wants the secret again: the page may have been left open. */
const formOf = (visit: PhoneVisit, step: Step): FormText => {
  const words = wordsOf(visit)
  const secret = ownSecretField(visit.place)
  const texts: Readonly<Record<Step, Partial<FormText> & Pick<FormText, 'fields' | 'submit'>>> = {
    code: {
      ...secret,
      hidden: { ...secret.hidden, ...askedNow(visit.context.get('needs')) },
      submit: words.ownCode,
    },
    choose: choosing(visit),
    'sums-in': { ...secret, told: html`<p>${words.ownSafe}</p>`, submit: words.sumsIn },
    'sums-out': { fields: [], told: html`<p>${words.sumsAreIn}</p>`, submit: words.sumsOut },
    stop: {
      fields: [],
      told: html`<p>${words.stopMeaning}</p>`,
      submit: words.stop,
      isPlain: true,
    },
  }
  return {
    heading: words.ownHeading,
    action: ownMessagesPath(visit.place.fundId),
    ...texts[step],
    hidden: { ...texts[step].hidden, step },
  }
}

const stepsOf = ({ link }: PhoneVisit): readonly Step[] =>
  link ? ['choose', link.withAmounts ? 'sums-out' : 'sums-in', 'stop'] : ['code']

/** The page with all its forms; the one that was sent as it was filled in. */
const drawn = (
  visit: PhoneVisit,
  more: Pick<OwnMessages, 'code' | 'told'>,
  sent?: { readonly form: FormText; readonly filling: FormFilling },
): Html => {
  const { context, place, link } = visit
  const isSent = (step: Step): boolean => sent?.form.hidden?.['step'] === step
  const part = (step: Step): Html => {
    const form = formOf(visit, step)
    const filling = sent && isSent(step) ? sent.filling : unfilled(form.prefilled)
    return formPart(place.language, form, filling)
  }
  const fault = sent && !stepsOf(visit).some(isSent) ? sent.filling.fault : undefined
  const number = context.get('needs').messages?.number
  const parts = stepsOf(visit).map(part)
  return ownMessagesPage(place, { link, number, parts, fault, ...more })
}

/** The page after something was done: as it is by now. */
const done = async (
  visit: PhoneVisit,
  more: Pick<OwnMessages, 'code' | 'told'>,
): Promise<Response> => {
  const link = (await linkOfMember(visit.needs, visit.whose))?.value
  return visit.context.html(drawn({ ...visit, link }, more))
}

/** Keeps a choice; a phone that was ended meanwhile has none. */
const kept = async (visit: PhoneVisit, choices: Partial<MessageChoices>): Promise<Taken> => {
  const link = await linkOfMember(visit.needs, visit.whose)
  return link && (await choose(visit.needs, link, choices))
    ? done(visit, { told: 'kept' })
    : { fault: wordsOf(visit).fault, status: 409 }
}

const chosenIn = (of: Typed): Partial<MessageChoices> => ({
  kinds: messageKinds.filter((kind) => of(`kind-${kind}`) === 'yes'),
  language: messageLanguages.find((one) => one === of('language')) ?? 'km',
})

const guarded: readonly string[] = ['code', 'sums-in'] satisfies Step[]

const take = async (visit: PhoneVisit, of: Typed): Promise<Taken> => {
  const { context, needs, whose, place } = visit
  const step = of('step')
  const { by } = context.get('caller')!
  if (guarded.includes(step) && !(await isOwner(context, of('secret'))))
    return { fault: ownWords.in(place.language).secretWrong, status: 403 }
  switch (step) {
    case 'code':
      return done(visit, { code: (await makeMessageCode(needs, whose, by, 'owner')).code })
    case 'stop':
      await unlinkMember(needs, whose, by.actor)
      return done(visit, { told: 'stopped' })
    case 'sums-in':
    case 'sums-out':
      return kept(visit, { withAmounts: step === 'sums-in' })
    case 'choose':
      return kept(visit, chosenIn(of))
    default:
      return { fault: wordsOf(visit).fault }
  }
}

/** What a household hears by text, and how it stops. */
const phone: FormOf<PhoneVisit> = {
  path: '/funds/:fundId/me/messages',
  rule: 'choose-own-messages',
  ...ownForm(async ({ context, place, memberId }) => {
    const needs = messageNeeds(context.get('needs'))
    if (!needs) return context.html(ownMessagesPage(place))
    const { networkId } = context.get('caller')!.session
    const whose = { networkId, fundId: place.fundId, memberId }
    return { needs, whose, link: (await linkOfMember(needs, whose))?.value }
  }),
  form: (visit, of) => formOf(visit, steps.find((step) => step === of('step')) ?? 'choose'),
  page: (visit, form, filling) => drawn(visit, {}, { form, filling }),
  take,
}

export const ownMessagePages = (pages: Pages): void => formPages(pages, phone)
