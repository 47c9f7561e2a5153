import { heardFrom } from '#src/app/cases/texts.ts'
import type { CarryNeeds } from '#src/app/messages/carrying.ts'
import type { MenuNeeds } from '#src/app/messages/menu.ts'
import { neverByText } from '#domain/fund/meeting/talks.ts'
import { talksFor } from '#domain/network/training/talks.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { dayIn } from '#src/app/network/home.ts'
import { agencySaid } from '#src/http/register/reply.ts'
import { sayMessage } from '#src/http/messages/say.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import type { NoticeNeeds } from '#src/app/links/notices.ts'

export type MessageNeeds = MenuNeeds & CarryNeeds

/** What messages are made with; undefined where the service has no secret of its own for them. */
export const messageNeeds = (needs: AppNeeds): MessageNeeds | undefined => {
  const { cases, messages, timeZone = 'Asia/Phnom_Penh' } = needs
  return (
    messages && {
      ...needs,
      sealing: messages.sealing,
      carrier: messages.carrier,
      say: sayMessage,
      dayOf: (instant) => dayIn(instant, timeZone),
      lookUp: agencySaid(needs),
      talkOf: async (networkId, talkId) => {
        const library = await trainingOf(needs.store, networkId)
        const talk = talksFor(library, { today: needs.today() }).find(
          (one) => one.talkId === talkId,
        )
        const isQuiet = talk && !neverByText.includes(talk.topic)
        return isQuiet ? { km: talk.shortKm, en: talk.shortEn } : undefined
      },
      ...(cases && {
        hears: async (incoming) =>
          cases.areThere?.() !== false && heardFrom({ ...cases, clock: needs.clock }, incoming),
      }),
    }
  )
}

/** What standing links are told with; undefined where the service is set up for none. */
export const noticeNeeds = ({ links, messages, ...needs }: AppNeeds): NoticeNeeds | undefined =>
  links && {
    store: needs.store,
    hash: needs.hash,
    clock: needs.clock,
    sealing: links.sealing,
    ...(messages && { carrier: messages.carrier }),
    ...(links.tellHook && { tellHook: links.tellHook }),
  }
