import { id, list } from '#domain/kernel/shape.ts'

/** Names in a list of a meeting: more than a fund has members. */
export const membersMax = 2000

export const someMembers = list(id('member'), { max: membersMax })
