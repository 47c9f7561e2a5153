import type { LocalDate } from '#domain/kernel/dates.ts'
import { isLive } from '#domain/network/links.ts'
import type { Network } from '#domain/network/state.ts'
import type { LinkBody } from '#domain/operations/network.ts'

type Entered = { readonly by: string; readonly on: LocalDate; readonly seq: number }

/** Takes in what an entry says of standing links, in place; of two endings the first counts. */
export const takeInLinks = ({ links }: Network, body: LinkBody, entered: Entered): void => {
  const { by, on, seq } = entered
  switch (body.type) {
    case 'LinkSet':
      links.set(body.linkId, {
        linkId: body.linkId,
        kind: body.kind,
        mark: body.mark,
        setBy: by,
        setOn: on,
        seq,
      })
      return
    case 'SignInLinked':
      links.set(body.linkId, {
        linkId: body.linkId,
        kind: 'sign-in',
        mark: body.mark,
        userId: body.userId,
        setBy: by,
        setOn: on,
        seq,
      })
      return
    case 'LinkEnded': {
      const link = links.get(body.linkId)!
      if (isLive(link)) links.set(body.linkId, { ...link, ended: { by, on } })
      return
    }
  }
}

/** Whether what an entry names came before it. */
export const isKnownToLinks = ({ links }: Network, body: LinkBody): boolean =>
  body.type === 'LinkEnded' ? links.has(body.linkId) : !links.has(body.linkId)
