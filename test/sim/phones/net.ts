import type { Kept } from '#domain/phone/outbox.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import type { Chance } from '#test/support/oracle/chance.ts'

/** How bad a network is, in per cent of what goes over it. */
export type Weather = {
  readonly lostPercent: number
  /** What lands, and whose answer is lost. */
  readonly halfOpenPercent: number
  /** What lands twice. */
  readonly twicePercent: number
  /** What is held back and lands days later, when nobody waits for it any more. */
  readonly latePercent: number
  readonly busyPercent: number
}

export const calm: Weather = {
  lostPercent: 0,
  halfOpenPercent: 0,
  twicePercent: 0,
  latePercent: 0,
  busyPercent: 0,
}

export type Marks = Set<string>

/** What was held back on its way, and lands when it is let go. */
export type Held = (() => Promise<unknown>)[]

/** The way between one phone and the service. */
export type Way = { isCut: boolean; isSignedOut: boolean; weather: Weather }

/** The service as one phone reaches it. */
export const over = (
  service: Service,
  {
    way,
    chance,
    held,
    marks,
  }: { readonly way: Way; readonly chance: Chance; readonly held: Held; readonly marks: Marks },
): Service => {
  const gone = (why: string): never => {
    marks.add(why)
    throw new ServiceFault('unreachable')
  }
  const before = (): void => {
    if (way.isCut) gone('cut off')
    if (way.isSignedOut) {
      marks.add('signed out')
      throw new ServiceFault('signed-out')
    }
    if (chance.happens(way.weather.busyPercent)) {
      marks.add('busy')
      throw new ServiceFault('busy')
    }
    if (chance.happens(way.weather.lostPercent)) gone('request lost')
  }
  return {
    rowsAfter: async (fundId, seq) => {
      before()
      const rows = await service.rowsAfter(fundId, seq)
      if (chance.happens(way.weather.halfOpenPercent)) gone('rows lost')
      return rows
    },
    send: async (fundId: string, some: readonly Kept[]) => {
      before()
      if (chance.happens(way.weather.latePercent)) {
        held.push(() => service.send(fundId, some))
        gone('held back')
      }
      if (chance.happens(way.weather.twicePercent)) {
        marks.add('landed twice')
        await service.send(fundId, some)
      }
      const told = await service.send(fundId, some)
      if (chance.happens(way.weather.halfOpenPercent)) gone('answer lost')
      return told
    },
  }
}
