import { type Room, notFound, roomOf } from '#src/http/desk/room.ts'
import { isMemberOn } from '#domain/fund/life.ts'
import { scopeFor } from '#domain/access/table.ts'
import { sendMessagesOf } from '#src/app/messages/carrying.ts'
import { countsOf } from '#src/app/messages/counting.ts'
import { makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { addressOf } from '#src/app/messages/rows.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { ownMessagePages } from '#src/http/messages/own-pages.ts'
import { messageNeeds } from '#src/http/messages/room.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import {
  type DeskMessages,
  type Tried,
  deskMessagesPage,
} from '#src/pages/messages/desk-messages.ts'

const membersIn = ({ book, today }: Room): DeskMessages['members'] =>
  book.members
    .filter((member) => isMemberOn(member, today))
    .map(({ memberId, card }) => ({ memberId, card }))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))

const networkIn = (context: HttpContext): string => context.get('caller')!.session.networkId

const triedIn = async (
  context: HttpContext,
  more: Partial<Omit<Tried, 'texts'>> = {},
): Promise<Tried | undefined> => {
  const { isPractice, messages } = context.get('needs')
  if (!isPractice || !messages?.sentTexts) return undefined
  const plain = { from: '', text: '', isAsked: false, isFault: false }
  return { ...plain, ...more, texts: await messages.sentTexts() }
}

const shown = async (room: Room, more: Partial<DeskMessages> = {}): Promise<Html> => {
  const { context, at } = room
  const needs = messageNeeds(context.get('needs'))
  const place = { networkId: networkIn(context), fundId: at.fundId }
  return deskMessagesPage(behindMeetings(at), {
    counts: needs && (await countsOf(needs, place)),
    members: membersIn(room),
    number: context.get('needs').messages?.number,
    mayLink: scopeFor('link-phones', context.get('fund').held) === 'all',
    tried: await triedIn(context),
    ...more,
  })
}

const show = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  return room ? shown(room) : notFound(context)
}

/** Makes a code for a member, or ends what there is of the member's phone. */
const take = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  const needs = messageNeeds(context.get('needs'))
  if (!room) return notFound(context)
  const fields = await formOf(context)
  const member = membersIn(room).find(({ memberId }) => memberId === fields?.get('memberId'))
  const step = fields?.get('step')
  if (!needs || !member || (step !== 'code' && step !== 'end'))
    return context.html(await shown(room, { isFault: true }), 400)
  const { memberId, card } = member
  const whose = { networkId: networkIn(context), fundId: room.at.fundId, memberId }
  const { by } = context.get('caller')!
  if (step === 'code') {
    const { code } = await makeMessageCode(needs, whose, by)
    return shown(room, { code: { code, card } })
  }
  await unlinkMember(needs, whose, by.actor)
  return shown(room, { isEnded: true })
}

/** In practice: one text as if from a phone, its answer, and what the fund would send by now. */
const tryOut = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  const all = context.get('needs')
  const needs = messageNeeds(all)
  if (!room || !needs || !all.isPractice || !all.messages?.sentTexts) return notFound(context)
  const fields = await formOf(context)
  const from = fields?.get('from') ?? ''
  const text = fields?.get('text') ?? ''
  const { fundId } = room.at
  const networkId = networkIn(context)
  if (addressOf(from) === undefined || text.trim() === '') {
    const tried = await triedIn(context, { from, isFault: true })
    return context.html(await shown(room, { tried }), 400)
  }
  const answer = await answerTo(needs, { networkId, from, text })
  await sendMessagesOf(needs, { networkId, fundId })
  return shown(room, { tried: await triedIn(context, { from, answer, isAsked: true }) })
}

export const messagePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/messages', 'read-messages', show)
  pages.post('/funds/:fundId/messages', 'link-phones', take)
  pages.post('/funds/:fundId/messages/try', 'read-messages', tryOut)
  ownMessagePages(pages)
}
