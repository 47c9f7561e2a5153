import type { Sealing } from '#domain/grants/files.ts'
import { type BoxNeeds, boxDoorOf } from '#src/app/box.ts'
import type { HttpContext } from '#src/http/env.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { boxPath } from '#src/pages/box/box-pages.ts'
import { boxLetterWords } from '#src/words/words.ts'

/** What the box needs; undefined where the service has no secret to seal letters by. */
export const boxNeeds = (context: HttpContext): BoxNeeds | undefined => {
  const needs = context.get('needs')
  const sealing: Sealing | undefined = needs.sealing
  return sealing && { ...needs, sealing }
}

/** The whole address of a fund's box, for a square code and for links from elsewhere. */
export const boxAddress = (context: HttpContext, fundId: string): string => {
  const needs = context.get('needs')
  const door = boxDoorOf(needs, fundId)
  return new URL(boxPath.at(door), needs.publicUrl ?? context.req.url).href
}

/** Said where there is no box: no secret, or an address that is nobody's. */
export const noBox = async (context: HttpContext, why: 'closed' | 'gone'): Promise<Response> => {
  const language = context.get('language')
  const words = boxLetterWords.in(language)
  const { isPractice } = context.get('needs')
  const page = messagePage(
    { language, isPractice, at: '/' },
    {
      shown: 'stop',
      heading: words[why],
      lines: [words[`${why}Meaning`]],
      links: [],
    },
  )
  return context.html(page, why === 'closed' ? 409 : 404)
}
