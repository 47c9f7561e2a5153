import { type Visit, notFound, onVisit, visitOf } from '#src/http/desk/visit.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { scopeFor } from '#domain/access/table.ts'
import { sendMessagesOf } from '#src/app/messages/carrying.ts'
import { countsOf } from '#src/app/messages/counting.ts'
import { makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { addressOf } from '#src/app/messages/rows.ts'
import { choiceField, lineField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, sentForm } from '#src/http/form-pages.ts'
import { ownMessagePages } from '#src/http/messages/own-pages.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import type { Pages } from '#src/http/page.ts'
import { type FormFilling, type FormText, formPart } from '#src/pages/forms/form.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import {
  type DeskMessages,
  deskMessagesPage,
  messagesPath,
} from '#src/pages/messages/desk-messages.ts'
import { messagePageWords } from '#src/words/words.ts'

type TextsVisit = Visit & { readonly members: DeskMessages['members'] }

const networkIn = (context: HttpContext): string => context.get('caller')!.session.networkId

const wordsOf = ({ at }: Visit) => messagePageWords.in(at.language)

const withMembers = (visit: Visit): TextsVisit => ({
  ...visit,
  members: visit.book.members
    .filter((member) => isMemberOn(member, visit.today))
    .map(({ memberId, card }) => ({ memberId, card }))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1)),
})

const textsVisit = async (context: HttpContext): Promise<TextsVisit | Response> => {
  const visit = await visitOf(context)
  return visit ? withMembers(visit) : notFound(context)
}

/** Whose phone is meant, and what is to become of it. */
const linkText = (visit: TextsVisit): FormText => {
  const words = wordsOf(visit)
  return {
    heading: words.heading,
    action: messagesPath(visit.at),
    fields: [
      choiceField({
        name: 'memberId',
        label: words.whoseLabel,
        choices: visit.members.map(({ memberId, card }) => ({
          value: memberId,
          label: words.member(card),
        })),
        fault: words.memberFault,
      }),
      ...secondQuestion(visit.at.language, undefined, {
        heading: words.secondHeading,
        text: words.secondText,
      }).fields,
    ],
    submit: words.makeCode,
    submits: {
      name: 'step',
      choices: [
        { value: 'code', label: words.makeCode },
        { value: 'end', label: words.endPhone },
      ],
    },
  }
}

/** A text as if from a phone. */
const tryText = (visit: TextsVisit): FormText => {
  const words = wordsOf(visit)
  const { tryFault: fault } = words
  return {
    heading: words.tryHeading,
    action: `${messagesPath(visit.at)}/try`,
    fields: [
      lineField({
        name: 'from',
        label: words.tryFrom,
        rule: (text) => (addressOf(text) === undefined ? undefined : text),
        fault,
        lengthMax: 20,
      }),
      lineField({
        name: 'text',
        label: words.tryText,
        rule: (text) => text || undefined,
        fault,
        lengthMax: 160,
      }),
    ],
    submit: words.trySend,
    isPlain: true,
  }
}

/** What stands in the two forms of the page. */
type Fillings = { readonly link?: FormFilling; readonly tried?: FormFilling }

/** A phone of paper, in practice alone. */
const triedIn = async (
  visit: TextsVisit,
  tried: FormFilling = unfilled(),
): Promise<Pick<DeskMessages, 'tryForm' | 'texts'>> => {
  const { isPractice, messages } = visit.context.get('needs')
  if (!isPractice || !messages?.sentTexts) return { texts: [] }
  const tryForm = formPart(visit.at.language, tryText(visit), tried)
  return { tryForm, texts: await messages.sentTexts() }
}

const drawn = async (
  visit: TextsVisit,
  { link = unfilled(), tried }: Fillings = {},
  more: Partial<DeskMessages> = {},
): Promise<Html> => {
  const { context, at, members } = visit
  const needs = messageNeeds(context.get('needs'))
  const mayLink = scopeFor('link-phones', context.get('fund').held) === 'all'
  const place = { networkId: networkIn(context), fundId: at.fundId }
  return deskMessagesPage(behindMeetings(at), {
    counts: needs && (await countsOf(needs, place)),
    members,
    number: context.get('needs').messages?.number,
    ...(mayLink && { linkForm: formPart(at.language, linkText(visit), link) }),
    ...(await triedIn(visit, tried)),
    ...more,
  })
}

/** Makes a code for a member, or ends what there is of the member's phone. */
const link = async (visit: TextsVisit, of: Typed): Promise<Taken> => {
  const { context, at, members } = visit
  const needs = messageNeeds(context.get('needs'))
  const member = members.find(({ memberId }) => memberId === of('memberId'))
  const step = of('step')
  if (!needs || !member || (step !== 'code' && step !== 'end'))
    return { fault: wordsOf(visit).memberFault }
  const { memberId, card } = member
  const whose = { networkId: networkIn(context), fundId: at.fundId, memberId }
  const { by } = context.get('caller')!
  if (step === 'end') {
    await unlinkMember(needs, whose, by.actor)
    return context.html(await drawn(visit, {}, { isEnded: true }))
  }
  const isSeconded = of('login') !== '' || of('secret') !== ''
  const second = isSeconded
    ? await askSecond(context, of, { action: 'link-phones', memberId })
    : undefined
  if (second && 'fault' in second) return { ...second, status: 403 }
  const stoodBehind = second && { second: second.userId }
  const { code } = await makeMessageCode(needs, whose, by, stoodBehind)
  return context.html(await drawn(visit, {}, { code: { code, card } }))
}

type OnPage = Omit<FormOf<TextsVisit>, 'path' | 'rule'>

const linking: OnPage = {
  find: textsVisit,
  frame: async ({ at }) => at,
  form: linkText,
  page: (visit, _, filling) => drawn(visit, { link: filling }),
  take: link,
}

/** In practice: one text as if from a phone, its answer, and what the fund would send by now. */
const trying: OnPage = {
  find: async (context) => {
    const { isPractice, messages } = context.get('needs')
    return isPractice && messages?.sentTexts ? textsVisit(context) : notFound(context)
  },
  frame: async ({ at }) => at,
  form: tryText,
  page: (visit, _, filling) => drawn(visit, { tried: filling }),
  take: async (visit, of) => {
    const { context, at } = visit
    const needs = messageNeeds(context.get('needs'))
    if (!needs) return notFound(context)
    const networkId = networkIn(context)
    const from = of('from')
    const answer = await answerTo(needs, { networkId, from, text: of('text') })
    await sendMessagesOf(needs, { networkId, fundId: at.fundId })
    const tried = unfilled({ from })
    return context.html(await drawn(visit, { tried }, { tried: { answer } }))
  },
}

export const messagePages = (pages: Pages): void => {
  pages.get(
    '/funds/:fundId/messages',
    'read-messages',
    onVisit((visit) => drawn(withMembers(visit))),
  )
  pages.post('/funds/:fundId/messages', 'link-phones', sentForm(linking))
  pages.post('/funds/:fundId/messages/try', 'read-messages', sentForm(trying))
  ownMessagePages(pages)
}
