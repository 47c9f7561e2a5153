import { html } from 'hono/html'
import { type ReplyText, type WatchLetter, answerOf } from '#domain/network/watch/watch.ts'
import { letterText } from '#src/app/box.ts'
import type { ReportNeeds } from '#src/app/watch/reports.ts'
import { wordsRead } from '#src/app/watch/read-first.ts'
import {
  dropOvertaken,
  dropReply,
  keepReply,
  replyText,
  tellsContact,
} from '#src/app/watch/reply-texts.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { linesField, tickField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { insteadOfForm, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { reportNeeds } from '#src/http/watch/needs.ts'
import { reportTextMax } from '#src/http/watch/report-fields.ts'
import { type WatchVisit, behindWatch, sendWatch, watchVisit } from '#src/http/watch/watch-place.ts'
import { written } from '#src/pages/box/box-pages.ts'
import { paragraph, partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { watchReplyWords } from '#src/words/watch-words.ts'

type OfLetter = WatchVisit & { readonly letter: WatchLetter; readonly needs: ReportNeeds }

/** A letter to an agency that was answered, where the service keeps words at all. */
const ofLetter = async (context: HttpContext): Promise<OfLetter | Response> => {
  const visit = await watchVisit(context)
  const needs = reportNeeds(context, visit.book.networkId)
  const letter = visit.book.letters.get(context.req.param('letterId') ?? '')
  const isRead = letter?.to === 'agency' && answerOf(letter) !== undefined
  return needs && isRead ? { ...visit, letter, needs } : notHere(context)
}

const saidOfReply = (context: HttpContext) => watchReplyWords.in(context.get('language'))

const whoseOf = ({ context, book, letter }: OfLetter) =>
  paragraph(partySaid(book.parties.get(letter.partyId), context.get('language')))

const isDone = (taken: Taken): boolean => typeof taken === 'object' && 'next' in taken

/** Keeps what was written, and says by its digest that it may be read; what the rules refuse is kept nowhere. */
const propose = async (visit: OfLetter, text: string): Promise<Taken> => {
  const { context, letter, needs } = visit
  const { letterId, replies = [] } = letter
  if (tellsContact(text))
    return { faults: new Map([['text', saidOfReply(context).replyTextContact]]), status: 400 }
  const digest = await keepReply(needs, text)
  const id = context.get('needs').ids()
  const command = { ...envelopeOf(context, id), type: 'ProposeReplyText', letterId, digest }
  const taken = await sendWatch(visit, command, deskPath.agency(letter.partyId))
  const isKept = isDone(taken) || replies.some((one) => one.digest === digest)
  if (!isKept) await dropReply(needs, digest)
  return taken
}

const proposing: FormOf<OfLetter> = {
  path: deskPath.reply(':letterId'),
  rule: 'ProposeReplyText',
  lines: 'text',
  find: ofLetter,
  frame: ({ context }) => behindWatch(context),
  form: (visit) => {
    const { context, words, letter } = visit
    return {
      shown: 'voice',
      heading: saidOfReply(context).replyTextHeading,
      whose: whoseOf(visit),
      told: paragraph(saidOfReply(context).replyTextLead),
      action: deskPath.reply(letter.letterId),
      fields: [
        linesField({
          name: 'text',
          label: saidOfReply(context).replyTextField,
          rule: letterText,
          fault: words.answerFault(reportTextMax),
          lengthMax: reportTextMax,
        }),
      ],
      submit: saidOfReply(context).replyTextButton,
      back: { href: deskPath.agency(letter.partyId), label: words.leave },
    }
  },
  take: (visit, of) => propose(visit, of('text')),
}

type OfReply = OfLetter & { readonly reply: ReplyText; readonly text: string }

/** The words that wait for somebody else to read them; whoever proposed them is told so. */
const ofReply = async (context: HttpContext): Promise<OfReply | Response> => {
  const visit = await ofLetter(context)
  if (visit instanceof Response) return visit
  const { letter, needs, by, words } = visit
  const reply = letter.replies?.findLast(({ confirmed }) => !confirmed)
  const text = reply && (await replyText(needs, reply.digest))
  if (!reply || text === undefined) return notHere(context)
  if (reply.proposedBy !== by) return { ...visit, reply, text }
  return insteadOfForm(context, await behindWatch(context), {
    heading: saidOfReply(context).replyCheckHeading,
    line: words['checked-by-whoever-entered'],
    back: deskPath.agency(letter.partyId),
  })
}

const checking: FormOf<OfReply> = {
  path: deskPath.replyCheck(':letterId'),
  rule: 'ConfirmReplyText',
  find: ofReply,
  frame: ({ context }) => behindWatch(context),
  form: (visit) => {
    const { context, words, letter, text } = visit
    return {
      shown: 'glass',
      heading: saidOfReply(context).replyCheckHeading,
      whose: whoseOf(visit),
      // Read before anything is ticked.
      told: html`${paragraph(saidOfReply(context).replyCheckLead)} ${written(text)}`,
      action: deskPath.replyCheck(letter.letterId),
      hidden: {
        id: context.get('needs').ids(),
        reads: wordsRead(context.get('needs'), letter.letterId, text),
      },
      fields: [
        tickField({
          name: 'names',
          label: saidOfReply(context).replyCheckTick,
          said: saidOfReply(context).replyCheckTick,
          fault: saidOfReply(context).replyCheckFault,
        }),
      ],
      submit: saidOfReply(context).replyCheckButton,
      back: { href: deskPath.agency(letter.partyId), label: words.leave },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, letter, reply, needs } = visit
    const { letterId } = letter
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'ConfirmReplyText',
      letterId,
      digest: reply.digest,
      reads: of('reads'),
    }
    const taken = await sendWatch(visit, command, deskPath.agency(letter.partyId))
    if (isDone(taken))
      await dropOvertaken(needs, await watchBookOf(context.get('needs').store, needs.networkId))
    return taken
  },
}

/** The words of an agency's reply: one writes them down, another one reads that they name nobody. */
export const replyPages = (pages: Pages): void => {
  formPages(pages, proposing)
  formPages(pages, checking)
}
