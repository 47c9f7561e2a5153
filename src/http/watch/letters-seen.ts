import { html } from 'hono/html'
import { type WatchLetter, waitingAnswer } from '#domain/network/watch/watch.ts'
import { letterRead } from '#src/app/watch/read-first.ts'
import { tickField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { insteadOfForm, notHere } from '#src/http/network/place.ts'
import { type WatchVisit, behindWatch, sendWatch, watchVisit } from '#src/http/watch/watch-place.ts'
import { backSaid, letterSaid } from '#src/pages/watch/letter-parts.ts'
import { paragraph, partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { watchReplyWords } from '#src/words/watch-words.ts'

/* What one of the team wrote down of a letter runs no clock and ends none before another one has seen it too. */

type Waiting = WatchVisit & { readonly letter: WatchLetter; readonly proposedBy: string }

const saidOf = ({ context }: { readonly context: HttpContext }) =>
  watchReplyWords.in(context.get('language'))

/** What waits of a letter for another one than whoever wrote it down. */
const waitingBy =
  (proposerOf: (letter: WatchLetter) => string | undefined, heading: 'letter' | 'answer') =>
  async (context: HttpContext): Promise<Waiting | Response> => {
    const visit = await watchVisit(context)
    const letter = visit.book.letters.get(context.req.param('letterId') ?? '')
    const proposedBy = letter && proposerOf(letter)
    if (!letter || proposedBy === undefined) return notHere(context)
    if (proposedBy !== visit.by) return { ...visit, letter, proposedBy }
    return insteadOfForm(context, await behindWatch(context), {
      heading: saidOf(visit)[`${heading}CheckHeading`],
      line: visit.words['checked-by-whoever-entered'],
      back: deskPath.agency(letter.partyId),
    })
  }

const whoseOf = ({ context, book, letter }: Waiting) =>
  paragraph(partySaid(book.parties.get(letter.partyId), context.get('language')))

const seenField = (visit: Waiting, of: 'letter' | 'answer') => {
  const said = saidOf(visit)
  const tick = said[`${of}CheckTick`]
  return tickField({ name: 'seen', label: tick, said: tick, fault: said.seenFault })
}

/** Another one has seen that the letter went. */
const letterSeen: FormOf<Waiting> = {
  path: deskPath.letterCheck(':letterId'),
  rule: 'ConfirmWatchLetter',
  find: waitingBy((letter) => (letter.confirmed ? undefined : letter.proposedBy), 'letter'),
  frame: ({ context }) => behindWatch(context),
  form: (visit) => ({
    shown: 'road',
    heading: saidOf(visit).letterCheckHeading,
    whose: whoseOf(visit),
    told: html`${letterSaid(visit.context.get('language'), visit.letter)}
    ${paragraph(saidOf(visit).letterCheckLead)}`,
    action: deskPath.letterCheck(visit.letter.letterId),
    hidden: { id: visit.context.get('needs').ids() },
    fields: [seenField(visit, 'letter')],
    submit: saidOf(visit).seenButton,
    back: { href: deskPath.agency(visit.letter.partyId), label: visit.words.leave },
  }),
  take: (visit, of) => {
    const { letterId, partyId } = visit.letter
    const command = {
      ...envelopeOf(visit.context, of('id')),
      type: 'ConfirmWatchLetter',
      letterId,
      reads: letterRead(visit.letter),
    }
    return sendWatch(visit, command, deskPath.agency(partyId))
  },
}

/** Another one has seen the answer; what was written down meanwhile is looked at again. */
const answerSeen: FormOf<Waiting> = {
  path: deskPath.answerCheck(':letterId'),
  rule: 'ConfirmWatchAnswer',
  find: waitingBy((letter) => waitingAnswer(letter)?.proposedBy, 'answer'),
  frame: ({ context }) => behindWatch(context),
  form: (visit) => {
    const language = visit.context.get('language')
    const answer = waitingAnswer(visit.letter)!
    return {
      shown: 'meeting',
      heading: saidOf(visit).answerCheckHeading,
      whose: whoseOf(visit),
      told: html`${letterSaid(language, visit.letter)} ${backSaid(language, answer)}
      ${paragraph(saidOf(visit).answerCheckLead)}`,
      action: deskPath.answerCheck(visit.letter.letterId),
      hidden: {
        id: visit.context.get('needs').ids(),
        says: answer.says,
        ...(answer.digest !== undefined && { digest: answer.digest }),
      },
      fields: [seenField(visit, 'answer')],
      submit: saidOf(visit).seenButton,
      back: { href: deskPath.agency(visit.letter.partyId), label: visit.words.leave },
    }
  },
  take: (visit, of) => {
    const { letterId, partyId } = visit.letter
    const command = {
      ...envelopeOf(visit.context, of('id')),
      type: 'ConfirmWatchAnswer',
      letterId,
      says: of('says'),
      ...(of('digest') !== '' && { digest: of('digest') }),
    }
    return sendWatch(visit, command, deskPath.agency(partyId))
  },
}

export const seenForms = [letterSeen, answerSeen] as const
