import { html } from 'hono/html'
import type { takeBack } from '#src/app/cases/bridge.ts'
import { type OneVisit, oneVisit } from '#src/http/cases/letting-in.ts'
import type { FormOf, Taken } from '#src/http/form-pages.ts'

type TakingBack = {
  /** Where it stands, of a case and of what waits in it. */
  readonly path: (code: string, item: string) => string
  readonly back: (code: string) => string
  readonly frame: FormOf<OneVisit>['frame']
  readonly said: (visit: OneVisit) => {
    readonly heading: string
    readonly lead: string
    readonly yes: string
    readonly no: string
  }
  readonly take: typeof takeBack
  readonly refused: (visit: OneVisit, code: string) => Taken
}

/** What waits in a case to go out is taken back before it goes: it is asked once, and nothing is filled in. */
export const takingBackOf = ({
  path,
  back,
  frame,
  said,
  take,
  refused,
}: TakingBack): FormOf<OneVisit> => {
  const itemIn = ({ context }: OneVisit): string => context.req.param('item') ?? ''
  return {
    path: path(':code', ':item'),
    rule: 'open-cases',
    find: oneVisit,
    frame,
    form: (visit) => {
      const { code } = visit.found.file
      const { heading, lead, yes, no } = said(visit)
      const item = itemIn(visit)
      return {
        shown: 'stop',
        heading,
        told: html`<p>${lead}</p>`,
        action: path(code, /^[0-9a-f]{32}$/.test(item) ? item : ''),
        fields: [],
        submit: yes,
        back: { href: back(code), label: no },
      }
    },
    take: async (visit) => {
      const { needs, desk, found } = visit
      const { code } = found.file
      const told = await take(needs, desk, { code, item: itemIn(visit) })
      return told.outcome === 'recorded' ? { next: back(code) } : refused(visit, told.code)
    },
  }
}
