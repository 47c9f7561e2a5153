import { sendAllCaseTexts } from '#src/app/cases/rounds.ts'
import { type NoticeNeeds, sendNotices } from '#src/app/links/notices.ts'
import { type Carried, sendAllMessages } from '#src/app/messages/carrying.ts'
import type { MessageNeeds } from '#src/http/messages/needs.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const nothing: Carried = { sent: 0, waiting: 0, givenUp: 0 }

export type RoundNeeds = {
  /** Left out, no text leaves to anybody's own phone. */
  readonly texts?: (MessageNeeds & Pick<AppNeeds, 'cases'>) | undefined
  /** Left out, no standing link is told anything. */
  readonly notices?: NoticeNeeds | undefined
}

export type Round = { readonly texts: Carried; readonly notices: Carried }

/** Works out and sends what there is to tell, to phones and to standing links; `turn` says with which fund it begins. */
export const sendingRound = async ({ texts, notices }: RoundNeeds, turn = 0): Promise<Round> => {
  const carried = texts ? await sendAllMessages(texts, turn) : nothing
  const ofCases = texts ? await sendAllCaseTexts(texts) : 0
  return {
    texts: { ...carried, sent: carried.sent + ofCases },
    notices: notices ? await sendNotices(notices) : nothing,
  }
}
