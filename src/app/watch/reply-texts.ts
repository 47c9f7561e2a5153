import { textOf, textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import { type Watch, replyOf } from '#domain/network/watch/watch.ts'
import type { ReplyTexts } from '#domain/network/watch/petition.ts'
import type { Hasher } from '#domain/ports.ts'
import { part } from '#src/app/watch/sealed-parts.ts'

/*
 * What an agency answered, in its own words, as far as two let it be read. It lies sealed under the roof of the cases, by its
 * SHA-256, which is all that the journal has of it: so it can be erased, and nothing else can be put in its place.
 */

type ReplyNeeds = CaseNeeds & { readonly hash: Hasher }

/** Digits, signs and words by which somebody could be reached or found: none of them belongs into a file for the ministry. */
const holdsContact = /\d[\d\s().-]{4,}\d|[\u17e0-\u17e9]{6}|@|https?:|www\.|t\.me/iu

export const tellsContact = (text: string): boolean => holdsContact.test(text)

/** Keeps the words of a reply; tells the digest by which the journal knows them. */
export const keepReply = async (needs: ReplyNeeds, text: string): Promise<string> => {
  const digest = needs.hash(text)
  await writeText(needs, part(needs, 'replies'), { name: digest, text })
  return digest
}

export const dropReply = (needs: CaseNeeds, digest: string): Promise<unknown> =>
  writeText(needs, part(needs, 'replies'), { name: digest, text: undefined })

/** The words by their digest; undefined where they were erased, or are others. */
export const replyText = async (needs: ReplyNeeds, digest: string): Promise<string | undefined> => {
  const text = await textOf(needs, part(needs, 'replies'), digest)
  return text !== undefined && needs.hash(text) === digest ? text : undefined
}

/** Words that others stand in the place of by now, by their digests: what still stands or waits for any letter is none of them. */
const overtaken = ({ letters }: Pick<Watch, 'letters'>): ReadonlySet<string> => {
  const [over, stays] = [new Set<string>(), new Set<string>()]
  for (const letter of letters.values()) {
    const { digest, confirmed } = replyOf(letter) ?? {}
    for (const one of letter.replies ?? [])
      if (one.digest !== digest && confirmed && one.proposedSeq < confirmed.seq)
        over.add(one.digest)
      else stays.add(one.digest)
  }
  return new Set([...over].filter((digest) => !stays.has(digest)))
}

/** Once words stand, all others of the letter are erased: what two have taken out is read by nobody. What was cut off goes with the next round. */
export const dropOvertaken = async (
  needs: CaseNeeds,
  book: Pick<Watch, 'letters'>,
): Promise<void> => {
  const over = overtaken(book)
  if (over.size === 0) return
  for (const digest of (await textsOf(needs, part(needs, 'replies'))).keys())
    if (over.has(digest)) await dropReply(needs, digest)
}

/** All words of replies that a network keeps. */
export const replyTexts = async (needs: ReplyNeeds): Promise<ReplyTexts> => {
  const all = await textsOf(needs, part(needs, 'replies'))
  return new Map([...all].filter(([digest, text]) => needs.hash(text) === digest))
}
