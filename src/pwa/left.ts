import type { Kept, LeftBehind } from '#domain/phone/outbox.ts'
import { type SealTo, aboutLeft } from '#domain/phone/sealing.ts'
import type { Taken } from '#src/pwa/host.ts'
import { sentAs } from '#src/pwa/http-service.ts'

/**
 * Closes what is written down to the service as well, while the book is open: a book that is never opened here again leaves
 * what waits in it all the same, to be carried to others who can hand it in.
 */
export const leftBy =
  (taken: () => Promise<Taken | undefined>, sealTo: SealTo) =>
  async (fundId: string, one: Omit<Kept, 'place'>): Promise<string | undefined> => {
    const publicKey = (await taken())?.sealTo
    if (!publicKey) return undefined
    return sealTo(publicKey, { about: aboutLeft(fundId), text: JSON.stringify(sentAs(one)) })
  }

/** As it goes: what nobody but the service can read. */
export const leftAs = ({ sealed }: LeftBehind) => ({ sealed })
