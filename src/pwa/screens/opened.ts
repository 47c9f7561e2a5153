import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { FirstHost, OpenBook } from '#src/pwa/host.ts'
import { phoneOf } from '#src/pwa/phone.ts'
import { useClips } from '#src/pwa/screens/listen.ts'
import { type Framed, MeetingApp, type OpenPhone } from '#src/pwa/screens/meeting-app.ts'
import { phoneWords } from '#src/words/words.ts'

/** An opened book with its fold; what it is called was taken along when there was a network. */
const openPhone = async (first: FirstHost, book: OpenBook): Promise<OpenPhone> => {
  const taken = (await book.taken())!
  const host = { ...first, ...book.tools }
  const { clock, hash, service } = host
  const by = { actor: taken.actor, device: taken.device }
  const phone = await phoneOf({ ...book, service, clock, hash, by })
  const left = (await first.left.all()).filter(({ fundId }) => fundId === book.fundId)
  if (left.length > 0) {
    const ids = left.map(({ id }) => id)
    const standing = new Set((await book.journal.find(book.fundId, ids)).map(({ id }) => id))
    await first.left.forget((id) => standing.has(id))
  }
  return { host, book, taken, phone }
}

export type Opening = Framed & { readonly first: FirstHost; readonly book: OpenBook }

/** A book whose PIN was right: it is folded, and then the meeting stands on it. */
export const OpenedBook = ({ first, book, ...framed }: Opening): JSX.Element => {
  const [open, setOpen] = useState<OpenPhone>()
  useClips(framed.language)
  useEffect(() => void openPhone(first, book).then(setOpen), [book])
  return open
    ? h(MeetingApp, { ...open, ...framed })
    : h('main', {}, phoneWords.in(framed.language).loading)
}
