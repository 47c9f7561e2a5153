import type { AccountKind } from '#domain/ledger/accounts.ts'
import { type Marked, draft, reviewed } from '#src/words/catalogue.ts'
import { family } from '#src/words/words.ts'

type Kinds = Readonly<
  Record<Extract<AccountKind, `asset:${string}` | `liability:${string}`>, Marked<string>>
>

const en = {
  'asset:cash-box': reviewed('Cash in the box'),
  'asset:bank': reviewed('Bank'),
  'asset:wallet': reviewed('Wallet'),
  'asset:foreign-box': reviewed('Cash of another currency in the box'),
  'asset:exchange': reviewed('Paid for cash of other currencies'),
  'asset:loan': reviewed('Loans that are owed'),
  'asset:loan-loss-provision': reviewed('Set aside for loans that go bad'),
  'asset:advance': reviewed('Advances'),
  'liability:savings': reviewed('Savings of members'),
  'liability:private-savings': reviewed('Private savings, all together'),
  'liability:social-fund': reviewed('Social fund'),
  'liability:grant-window': reviewed('Donors’ money'),
  'liability:borrowing': reviewed('Borrowed from outside'),
  'liability:suspense': reviewed('Money that waits for its owner'),
} satisfies Kinds

const km: typeof en = {
  'asset:cash-box': draft('សាច់ប្រាក់ក្នុងហិប'),
  'asset:bank': draft('ធនាគារ'),
  'asset:wallet': draft('កាបូបលុយ'),
  'asset:foreign-box': draft('សាច់ប្រាក់រូបិយប័ណ្ណផ្សេងក្នុងហិប'),
  'asset:exchange': draft('បានចាយសម្រាប់សាច់ប្រាក់រូបិយប័ណ្ណផ្សេង'),
  'asset:loan': draft('កម្ចីដែលគេជំពាក់'),
  'asset:loan-loss-provision': draft('បម្រុងសម្រាប់កម្ចីអាក្រក់'),
  'asset:advance': draft('ប្រាក់បុរេប្រទាន'),
  'liability:savings': draft('ប្រាក់សន្សំសមាជិក'),
  'liability:private-savings': draft('ប្រាក់សន្សំឯកជន រួមគ្នា'),
  'liability:social-fund': draft('មូលនិធិសង្គម'),
  'liability:grant-window': draft('ប្រាក់ម្ចាស់ជំនួយ'),
  'liability:borrowing': draft('ខ្ចីពីខាងក្រៅ'),
  'liability:suspense': draft('ប្រាក់ដែលរង់ចាំម្ចាស់'),
}

/** What the fund has and what it owes, by kind of account. */
export const kindWords = family<typeof en>({ en, km })
