import { staffRolesOn } from '#domain/access/staff.ts'
import { scopeFor } from '#domain/access/table.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isAccepted } from '#src/app/answer.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { type WatchBook, watchBookOf } from '#src/app/watch/watch-book.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Taken } from '#src/http/form-pages.ts'
import { decideInNetwork } from '#src/http/network/deciding.ts'
import { refusedSaid } from '#src/http/watch/place.ts'
import { type PageFrame, behindFirstPage } from '#src/pages/layout.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import type { WatchWords } from '#src/words/en/watch.ts'
import { watchWords } from '#src/words/watch-words.ts'

/** Somebody who reads rulings and deadlines: one of the team, or a reviewer. */
export type WatchVisit = {
  readonly context: HttpContext
  readonly words: Readonly<WatchWords>
  readonly book: WatchBook
  readonly by: string
  /** Whether the caller takes part in it; a reviewer reads. */
  readonly mayAct: boolean
}

export const watchVisit = async (context: HttpContext): Promise<WatchVisit> => {
  const { networkId, held } = context.get('network')
  return {
    context,
    words: watchWords.in(context.get('language')),
    book: await watchBookOf(context.get('needs').store, networkId),
    by: context.get('caller')!.by.actor,
    mayAct: scopeFor('CheckReport', held) === 'all',
  }
}

const hasReviewer = async (context: HttpContext, networkId: string): Promise<boolean> => {
  const { store, today } = context.get('needs')
  const book = await networkBookOf(store, networkId)
  return (book?.staff ?? []).some((one) => staffRolesOn(one, today()).includes('watchdog-reviewer'))
}

/** What a reviewer reads: the own network and each other one of the service that has let a reviewer in. */
export const reviewedBooks = async (context: HttpContext): Promise<readonly WatchBook[]> => {
  const { store } = context.get('needs')
  const own = context.get('network')
  const isReviewer = own.held.includes('watchdog-reviewer')
  const found: WatchBook[] = [await watchBookOf(store, own.networkId)]
  if (!isReviewer) return found
  for (const networkId of await store.networks.fundIds())
    if (networkId !== own.networkId && (await hasReviewer(context, networkId)))
      found.push(await watchBookOf(store, networkId))
  return found
}

/** The frame of a page behind the list of rulings. */
export const behindWatch = (
  context: HttpContext,
  back: PageFrame['back'] = {
    href: deskPath.watch,
    label: watchWords.in(context.get('language')).watchHeading,
  },
): Promise<PageFrame> =>
  frameOf(context, { back, ...(context.req.method === 'GET' ? {} : { at: deskPath.watch }) })

export const behindStartOfWatch = (context: HttpContext): Promise<PageFrame> =>
  behindWatch(context, behindFirstPage)

/** Sends what a form says; what the rules answer is said in words. */
export const sendWatch = async (
  { context, words }: Pick<WatchVisit, 'context' | 'words'>,
  command: object,
  next: string,
): Promise<Taken> => {
  const answer = await decideInNetwork(context, command as NetworkCommand)
  if (isAccepted(answer)) return { next: `${next}?done=1` }
  return { fault: refusedSaid(words, 'code' in answer ? answer.code : ''), status: 409 }
}
