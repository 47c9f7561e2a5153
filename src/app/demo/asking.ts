import type { Sitting, Write } from '#src/app/demo/sitting.ts'

/**
 * Members are drawn and asked whether their balance is right, which the chair or the counter hears. Where somebody keeps what was
 * saved they say that it is not, and nobody answers them.
 */
export const askMembers = async (
  {
    on,
    village,
    chance,
    memberIds,
    does,
  }: Pick<Sitting, 'on' | 'village' | 'chance' | 'memberIds' | 'does'>,
  write: Write,
): Promise<void> => {
  await write(on, on, [{ type: 'BeginConfirmation' }])
  const round = village.fund!.confirmations!.at(-1)!
  const [, chair, counter] = memberIds
  const answers = round.asked.map((memberId) => {
    const isWrong = does === 'not-as-saved' && chance.in100(60)
    const answer = isWrong ? 'wrong' : chance.in100(98) ? 'right' : 'not-reached'
    const askedBy = memberId === chair ? counter : chair
    return { roundId: round.id, memberId, answer, by: 'in-person', askedBy }
  })
  await write(
    on,
    on,
    answers.map((one) => ({ type: 'RecordConfirmationAnswer', ...one })),
  )
  const wronged = answers.filter(({ answer }) => answer === 'wrong')
  await write(
    on,
    on,
    wronged.map(({ memberId }) => ({
      type: 'RaiseDispute',
      about: { kind: 'savings', memberId },
      reason: 'wrong-amount',
    })),
  )
}
