import { saidInTwoParts } from '#domain/fund/message-parts.ts'
import type { MessageLanguage } from '#domain/fund/messages.ts'
import { agencyReply } from '#src/app/network/agency-copy.ts'
import { agenciesForAnybody } from '#src/app/network/register.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { stateOfAgency } from '#src/pages/register/parts.ts'
import { agencyWords } from '#src/words/words.ts'

/** Answers a text that asks for an agency, in at most two parts: official facts of the network's register alone. */
export const agencySaid =
  ({ store, today }: Pick<AppNeeds, 'store' | 'today'>) =>
  async ({
    networkId,
    typed,
    language,
  }: {
    readonly networkId: string
    readonly typed: string
    readonly language: MessageLanguage
  }): Promise<string> => {
    const words = agencyWords.in(language)
    const on = today()
    const found = await agenciesForAnybody(store, { networkId, today: on, typed })
    const told = agencyReply(found, {
      words,
      isKhmer: language === 'km',
      stateSaid: (one) => stateOfAgency(language, one),
      on,
    })
    return saidInTwoParts([told, words.replyNone])
  }
