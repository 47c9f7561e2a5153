/** New rules that are put to the vote: what would change is read before anybody raises a hand. */
export const newRules = {
  toNewRules: 'Put new rules to the vote',
  heading: 'New rules for this fund',
  lead: 'Change what the meeting wants to change. Next you see the old and the new beside each other, and nothing is recorded before the vote.',
  hard: 'The hard rules of lending stand above the village’s own: nobody can vote for dearer loans than the law allows, for papers taken or for interest on interest.',
  money: (currency: string) => `in ${currency}`,
  percent: 'per cent',
  percentAMonth: 'per cent a month',
  toCheck: 'Next: see what would change',
  faultField: 'Write a number in digits, as the other fields have it.',
  faultTogether:
    'These values do not fit together: fewer shares at most than at least, or parts of a surplus that are not 100 together. Look at them again.',
  nothingNew: 'Nothing would change. Change a field first.',
  checkHeading: 'Read this aloud before the vote',
  checkLead: 'Old and new. It holds from today on, never for what was before.',
  was: 'Now',
  willBe: 'After the vote',
  votes: 'How did the meeting vote?',
  present: 'Members who were there',
  yes: 'Hands for it',
  no: 'Hands against it',
  votesHint: 'Count who is there before anyone leaves. As many yes as no is a no.',
  secondLead:
    'Another officer who was there types the own name and PIN here. It is used once and kept nowhere.',
  record: 'Record the vote',
  back: 'Back, change nothing',
  quorumMissing:
    'Too few members were there. The rules stay as they are; vote again at the next meeting.',
  voteLost: 'The vote said no. The rules stay as they are.',
  rateAboveCap:
    'No vote makes interest dearer than the law allows. Set a lower interest and vote again.',
  votesWrong: 'Write how many were there and how many raised a hand, in digits.',
  moreVotes: 'More hands were raised than people were there. Count again.',
}
