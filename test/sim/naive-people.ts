/* Who is a member, an officer or a voter on a day, told a second time from what is known of each. */
import type { Member } from '#domain/fund/people/members.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

type State = 'here' | 'away' | 'left' | 'dead'

/** Where somebody is on a day: walks through all that was told of them, day by day. */
export const whereIs = ({ isFormer, life = [] }: Member, on: string): State => {
  let state: State = isFormer ? 'left' : 'here'
  let isDead = false
  const told = [...life].toSorted((a, b) =>
    a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  )
  for (const { change, on: day } of told) {
    if (day > on) break
    if (change === 'died') isDead = true
    else if (change === 'away') state = 'away'
    else if (change === 'left') state = 'left'
    else state = 'here'
  }
  return isDead ? 'dead' : state
}

const hasProxy = (member: Member, on: string): boolean => {
  const last = (member.life ?? [])
    .filter((fact) => fact.on <= on && fact.change !== 'died')
    .toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
    .at(-1)
  return whereIs(member, on) === 'away' && last?.proxy !== undefined
}

/** Whether somebody counts for a quorum. */
export const counts = (member: Member, on: string): boolean =>
  whereIs(member, on) === 'here' || hasProxy(member, on)

/** What one other alone has written of an officer takes no office away for seven days. */
const stillSaid = ({ life = [] }: Member, on: string) =>
  life.filter(({ byOneOn: by }) => by === undefined || by > on || dayOf(on) - dayOf(by) > 7)

/** Whether somebody sits on the committee on a day and is there to. */
export const sits = (member: Member, on: string, office?: string): boolean =>
  whereIs({ ...member, life: stillSaid(member, on) }, on) === 'here' &&
  member.offices.some(
    (one) =>
      one.office !== 'key-holder' &&
      one.from <= on &&
      !(one.endedOn !== undefined && one.endedOn <= on) &&
      (office === undefined || one.office === office),
  )

/** Whether every term that somebody was given on the committee ran out longer ago than the grace. */
export const hasLapsed = (member: Member, on: string, graceDays: number): boolean => {
  const held = member.offices.filter(
    (one) =>
      one.office !== 'key-holder' &&
      one.from <= on &&
      !(one.endedOn !== undefined && one.endedOn <= on),
  )
  return (
    held.length > 0 &&
    held.every(({ until }) => until !== undefined && dayOf(on) - dayOf(until) > graceDays)
  )
}
