import { ladderOf, stepsTaken } from '#domain/network/watch/ladder.ts'
import { type WatchLetter, answers, receivers } from '#domain/network/watch/watch.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { notHere } from '#src/http/network/place.ts'
import { watchReplyWords } from '#src/words/watch-words.ts'
import { seenForms } from '#src/http/watch/letters-seen.ts'
import type { Pages } from '#src/http/page.ts'
import { type WatchVisit, behindWatch, sendWatch, watchVisit } from '#src/http/watch/watch-place.ts'
import { paragraph, partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'

type OfParty = WatchVisit & { readonly partyId: string }

const all = 'all'

/** Only of somebody of whom something was upheld: nobody is written to about a mere report. */
const ofParty = async (context: HttpContext): Promise<OfParty | Response> => {
  const visit = await watchVisit(context)
  const partyId = context.req.param('partyId') ?? ''
  const { upheld } = ladderOf(visit.book, partyId)
  return upheld.length > 0 ? { ...visit, partyId } : notHere(context)
}

const carriedOut = ({ book, partyId }: OfParty, of: Typed) => {
  const step = stepsTaken(book, partyId).find(({ decisionId }) => decisionId === of('about'))
  return step
    ? { reportIds: step.reportIds, decisionId: step.decisionId }
    : { reportIds: ladderOf(book, partyId).upheld.map(({ reportId }) => reportId) }
}

/** A letter that went out, from which ten days run. */
const sending: FormOf<OfParty> = {
  path: deskPath.letter(':partyId'),
  rule: 'SendWatchLetter',
  find: ofParty,
  frame: ({ context }) => behindWatch(context),
  form: ({ context, words, book, partyId }) => {
    const said = watchReplyWords.in(context.get('language'))
    return {
      shown: 'road',
      heading: said.letterHeading,
      whose: paragraph(partySaid(book.parties.get(partyId), context.get('language'))),
      told: paragraph(said.letterLead),
      action: deskPath.letter(partyId),
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'to',
          label: said.letterTo,
          choices: choicesOf(receivers, (one) => words[`to_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
        choiceField({
          name: 'about',
          label: said.letterAbout,
          choices: [
            { value: all, label: said.about_all },
            ...stepsTaken(book, partyId).map(({ decisionId, step }) => ({
              value: decisionId,
              label: said.about_step(words[`step_${step}`]),
            })),
          ],
          fault: words.choose,
        }),
      ],
      prefilled: { about: all },
      submit: said.letterButton,
      back: { href: deskPath.agency(partyId), label: words.leave },
    }
  },
  take: (visit, of) => {
    const { context, partyId } = visit
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'SendWatchLetter',
      letterId: of('id'),
      to: of('to'),
      partyId,
      ...carriedOut(visit, of),
    }
    return sendWatch(visit, command, deskPath.agency(partyId))
  },
}

type OfLetter = WatchVisit & { readonly letter: WatchLetter }

/** A letter that two have seen go; an answer that stands can be put right by another one. */
const ofLetter = async (context: HttpContext): Promise<OfLetter | Response> => {
  const visit = await watchVisit(context)
  const letter = visit.book.letters.get(context.req.param('letterId') ?? '')
  return letter?.confirmed ? { ...visit, letter } : notHere(context)
}

/** What came back to a letter. */
const answering: FormOf<OfLetter> = {
  path: deskPath.answer(':letterId'),
  rule: 'RecordWatchAnswer',
  find: ofLetter,
  frame: ({ context }) => behindWatch(context),
  form: ({ context, words, letter }) => {
    const said = watchReplyWords.in(context.get('language'))
    return {
      shown: 'meeting',
      heading: said.replyHeading,
      whose: paragraph(words[`to_${letter.to}`]),
      told: paragraph(said.replyLead),
      action: deskPath.answer(letter.letterId),
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'says',
          label: said.says,
          choices: choicesOf(answers, (one) => said[`says_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
      ],
      submit: said.replyButton,
      back: { href: deskPath.agency(letter.partyId), label: words.leave },
    }
  },
  take: (visit, of) => {
    const { context, letter } = visit
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'RecordWatchAnswer',
      letterId: letter.letterId,
      says: of('says'),
    }
    return sendWatch(visit, command, deskPath.agency(letter.partyId))
  },
}

/** Letters that were sent, and what came back. */
export const letterDeskPages = (pages: Pages): void => {
  formPages(pages, sending)
  formPages(pages, answering)
  for (const one of seenForms) formPages(pages, one)
}
