import { scopeFor } from '#domain/access/table.ts'
import { type ReplyTexts, petitionOf } from '#domain/network/watch/petition.ts'
import { agenciesOf } from '#domain/network/watch/ladder.ts'
import { replyTexts } from '#src/app/watch/reply-texts.ts'
import type { WatchBook } from '#src/app/watch/watch-book.ts'
import type { HttpContext } from '#src/http/env.ts'
import { doneText, notHere } from '#src/http/network/place.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import { digestOf, reportNeeds } from '#src/http/watch/needs.ts'
import {
  behindStartOfWatch,
  behindWatch,
  reviewedBooks,
  watchVisit,
} from '#src/http/watch/watch-place.ts'
import { watchedAgencyPage } from '#src/pages/watch/agency-page.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { petitionFile, petitionJson, petitionPage } from '#src/pages/watch/petition-page.ts'
import { watchPage } from '#src/pages/watch/watch-page.ts'
import { watchWords } from '#src/words/watch-words.ts'

const list = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const { held } = context.get('network')
  const { by, mayAct } = await watchVisit(context)
  return watchPage(await behindStartOfWatch(context), {
    books: await reviewedBooks(context),
    today: context.get('needs').today(),
    by,
    mayAct,
    maySetRules: scopeFor('SetWatchRules', held) === 'all',
    isReviewer: held.includes('watchdog-reviewer'),
    done: doneText(context, watchWords.in(context.get('language')).done),
  })
}

type OfBook = { readonly book: WatchBook; readonly isOwn: boolean; readonly query: string }

/** The book that a page is of: the own one, or one that a reviewer may read and that the address names. */
const bookAsked = async (context: HttpContext): Promise<OfBook | undefined> => {
  const asked = context.req.query('n')
  const books = await reviewedBooks(context)
  const book = asked === undefined ? books[0] : books.find(({ networkId }) => networkId === asked)
  if (!book) return undefined
  const isOwn = book === books[0]
  return { book, isOwn, query: isOwn ? '' : `?n=${book.networkId}` }
}

const agency = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const partyId = context.req.param('partyId') ?? ''
  const found = await bookAsked(context)
  if (!found || !agenciesOf(found.book).includes(partyId)) return notHere(context)
  const { mayAct, words } = await watchVisit(context)
  const frame = await behindWatch(context)
  const asked = found.isOwn ? {} : { query: { n: found.book.networkId } }
  return watchedAgencyPage(
    { ...frame, ...asked },
    {
      ...found,
      partyId,
      texts: await repliesOf(context, found.book.networkId),
      mayAct: mayAct && found.isOwn,
      done: doneText(context, words.done),
    },
  )
}

/** Words of replies that two stand behind; none where the service keeps no cases. */
const repliesOf = async (context: HttpContext, networkId: string): Promise<ReplyTexts> => {
  const needs = reportNeeds(context, networkId)
  return needs ? replyTexts(needs) : new Map()
}

/** What is handed to the ministry: as a page to print, as a file that needs no service, and as data. */
const petition =
  (as: 'page' | 'file' | 'data') =>
  async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
    const found = await bookAsked(context)
    const decisionId = context.req.param('decisionId') ?? ''
    const texts = found && (await repliesOf(context, found.book.networkId))
    const told = found && petitionOf(found.book, decisionId, texts)
    if (!found || !told) return notHere(context)
    const language = context.get('language')
    const json = petitionJson(told)
    const digest = digestOf(context, new TextEncoder().encode(json))
    if (as === 'page') {
      const { words } = await watchVisit(context)
      const back = {
        href: `${deskPath.agency(told.partyId)}${found.query}`,
        label: words.agencyHeading,
      }
      const frame = await behindWatch(context, back)
      const query = found.isOwn ? {} : { query: { n: found.book.networkId } }
      return petitionPage({ ...frame, ...query }, told, {
        digest,
        at: `${deskPath.petition(decisionId)}`,
        query: found.query,
      })
    }
    const name = `${told.step}-${told.partyId.slice(-6)}-${told.on}`
    const [text, end, type] =
      as === 'data'
        ? [json, 'json', 'application/json']
        : [petitionFile(language, told, digest), `${language}.html`, 'text/html; charset=utf-8']
    context.header('content-disposition', `attachment; filename="${name}.${end}"`)
    return context.body(text, 200, { 'content-type': type })
  }

/** Rulings and deadlines, for the team and for a reviewer. */
export const watchingPages = (pages: Pages): void => {
  pages.get(deskPath.watch, 'read-watch', list)
  pages.get(deskPath.agency(':partyId'), 'read-watch', agency)
  pages.get(deskPath.petition(':decisionId'), 'read-watch', petition('page'))
  pages.get(`${deskPath.petition(':decisionId')}/file`, 'read-watch', petition('file'))
  pages.get(`${deskPath.petition(':decisionId')}/data`, 'read-watch', petition('data'))
}
