import { reviewed } from '#src/words/catalogue.ts'

/** New rules that are put to the vote: what would change is read before anybody raises a hand. */
export const newRulesEn = {
  toNewRules: reviewed('Put new rules to the vote'),
  heading: reviewed('New rules for this fund'),
  lead: reviewed(
    'Change what the meeting wants to change. Next you see the old and the new beside each other, and nothing is recorded before the vote.',
  ),
  hard: reviewed(
    'The hard rules of lending stand above the charter: nobody can vote for dearer loans than the law allows, for papers taken or for interest on interest.',
  ),
  money: reviewed((currency: string) => `in ${currency}`),
  percentAMonth: reviewed('per cent a month'),
  toCheck: reviewed('Next: see what would change'),
  wrong: reviewed('Some fields cannot be so. They are marked; nothing was changed.'),
  faultField: reviewed('Write a number in digits, as the other fields have it.'),
  faultTogether: reviewed(
    'These values do not fit together, for example fewer shares at most than at least. Look at them again.',
  ),
  nothingNew: reviewed('Nothing would change. Change a field first.'),
  checkHeading: reviewed('Read this aloud before the vote'),
  checkLead: reviewed('Old and new. It holds from today on, never for what was before.'),
  was: reviewed('Now'),
  willBe: reviewed('After the vote'),
  what: reviewed('Rule'),
  votes: reviewed('How did the meeting vote?'),
  present: reviewed('Members who were there'),
  yes: reviewed('Hands for it'),
  no: reviewed('Hands against it'),
  votesHint: reviewed('Count who is there before anyone leaves. As many yes as no is a no.'),
  secondLead: reviewed(
    'Another officer who was there types the own name and PIN here. It is used once and kept nowhere.',
  ),
  record: reviewed('Record the vote'),
  back: reviewed('Back, change nothing'),
  quorumMissing: reviewed(
    'Too few members were there. The rules stay as they are; vote again at the next meeting.',
  ),
  voteLost: reviewed('The vote said no. The rules stay as they are.'),
  rateAboveCap: reviewed(
    'No vote makes interest dearer than the law allows. Set a lower interest and vote again.',
  ),
  votesWrong: reviewed('Write how many were there and how many raised a hand, in digits.'),
  moreVotes: reviewed('More hands were raised than people were there. Count again.'),
  done: reviewed('The new rules hold from today.'),
} as const
