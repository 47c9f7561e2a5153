import { either, group, id, list, sumOrZero, word } from '#domain/kernel/shape.ts'

const officersMax = 40
const membersMax = 200
const outside = {
  recused: list(id('member'), { max: membersMax }),
  confirmedBy: id('member'),
}

/** A vote as it was held: each officer by name, or hands at a meeting. */
export const ballot = either('by', {
  officers: {
    votes: list(group({ memberId: id('member'), vote: word(['yes', 'no'], 'vote-unknown') }), {
      max: officersMax,
    }),
    ...outside,
  },
  meeting: {
    hands: group({ present: sumOrZero, yes: sumOrZero, no: sumOrZero }),
    ...outside,
  },
})
