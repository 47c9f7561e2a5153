import { family, familyInPart } from '#src/words/catalogue.ts'
import { agencyStaff as agencyStaffEn } from '#src/words/en/agency-staff.ts'
import { agencies as agenciesEn } from '#src/words/en/agencies.ts'
import { asking as askingEn } from '#src/words/en/asking.ts'
import { away as awayEn } from '#src/words/en/away.ts'
import { bank as bankEn } from '#src/words/en/bank.ts'
import { bookPage as bookPageEn } from '#src/words/en/book-page.ts'
import { boxLetter as boxLetterEn } from '#src/words/en/box-letter.ts'
import { box as boxEn } from '#src/words/en/box.ts'
import { bySex as bySexEn } from '#src/words/en/by-sex.ts'
import { ownView as ownViewEn } from '#src/words/en/own-view.ts'
import { cases as casesEn } from '#src/words/en/cases.ts'
import { caseBridge as caseBridgeEn } from '#src/words/en/case-bridge.ts'
import { caseForm as caseFormEn } from '#src/words/en/case-form.ts'
import { carried as carriedEn } from '#src/words/en/carried.ts'
import { caseAsks as caseAsksEn } from '#src/words/en/case-asks.ts'
import { caseCosts as caseCostsEn } from '#src/words/en/case-costs.ts'
import { casePapers as casePapersEn } from '#src/words/en/case-papers.ts'
import { caseSays as caseSaysEn } from '#src/words/en/case-says.ts'
import { comparing as comparingEn } from '#src/words/en/comparing.ts'
import { concentration as concentrationEn } from '#src/words/en/concentration.ts'
import { confirming as confirmingEn } from '#src/words/en/confirming.ts'
import { cost as costEn } from '#src/words/en/cost.ts'
import { desk as deskEn } from '#src/words/en/desk.ts'
import { dispute as disputeEn } from '#src/words/en/dispute.ts'
import { entrance as entranceEn } from '#src/words/en/entrance.ts'
import { everyPage as everyPageEn } from '#src/words/en/every-page.ts'
import { example as exampleEn } from '#src/words/en/example.ts'
import { agreement as agreementEn } from '#src/words/en/fair-agreement.ts'
import { buyOut as buyOutEn } from '#src/words/en/fair-buy-out.ts'
import { field as fieldEn } from '#src/words/en/fair-field.ts'
import { newRules as newRulesEn } from '#src/words/en/fair-new-rules.ts'
import { rules as rulesEn } from '#src/words/en/fair-rules.ts'
import { verdict as verdictEn, offers as offersEn } from '#src/words/en/fair.ts'
import { fault as faultEn } from '#src/words/en/fault.ts'
import {
  figure as figureEn,
  part as partEn,
  sum as sumEn,
  account as accountEn,
} from '#src/words/en/figure.ts'
import { founding as foundingEn } from '#src/words/en/founding.ts'
import { glossary as glossaryEn } from '#src/words/en/glossary.ts'
import { goal as goalEn } from '#src/words/en/goal.ts'
import { health as healthEn } from '#src/words/en/health.ts'
import { help as helpEn } from '#src/words/en/help.ts'
import { household as householdEn } from '#src/words/en/household.ts'
import { imports as importsEn } from '#src/words/en/import.ts'
import { kind as kindEn } from '#src/words/en/kind.ts'
import { lendingForm as lendingFormEn } from '#src/words/en/lending-form.ts'
import { gates as gatesEn } from '#src/words/en/gates.ts'
import { lending as lendingEn } from '#src/words/en/lending.ts'
import { links as linksEn, provider as providerEn } from '#src/words/en/links.ts'
import { log as logEn } from '#src/words/en/log-page.ts'
import { acts as actsEn } from '#src/words/en/log.ts'
import { opened as openedEn } from '#src/words/en/opened.ts'
import { meeting as meetingEn } from '#src/words/en/meeting.ts'
import { memberForm as memberFormEn } from '#src/words/en/member-form.ts'
import { member as memberEn } from '#src/words/en/member.ts'
import { meetingText as meetingTextEn } from '#src/words/en/meeting-text.ts'
import { messagePage as messagePageEn } from '#src/words/en/message-page.ts'
import { moneyPlace as moneyPlaceEn } from '#src/words/en/money-place.ts'
import { network as networkEn } from '#src/words/en/network.ts'
import { agreements as agreementsEn } from '#src/words/en/agreements.ts'
import { audits as auditsEn } from '#src/words/en/audits.ts'
import { numbers as numbersEn } from '#src/words/en/numbers.ts'
import { own as ownEn } from '#src/words/en/own.ts'
import { paper as paperEn } from '#src/words/en/paper.ts'
import { people as peopleEn } from '#src/words/en/people.ts'
import { portfolio as portfolioEn } from '#src/words/en/portfolio.ts'
import { phone as phoneEn } from '#src/words/en/phone.ts'
import { pot as potEn } from '#src/words/en/pot.ts'
import { print as printEn } from '#src/words/en/print.ts'
import { proof as proofEn } from '#src/words/en/proof.ts'
import { queue as queueEn } from '#src/words/en/queue.ts'
import { reportIntake as reportIntakeEn } from '#src/words/en/report-intake.ts'
import { roads as roadsEn } from '#src/words/en/roads.ts'
import { releases as releasesEn } from '#src/words/en/releases.ts'
import { relief as reliefEn } from '#src/words/en/relief.ts'
import { saving as savingEn } from '#src/words/en/saving.ts'
import { seldom as seldomEn } from '#src/words/en/seldom.ts'
import { directory as directoryEn } from '#src/words/en/directory.ts'
import { sheet as sheetEn } from '#src/words/en/sheet.ts'
import { statementPage as statementPageEn } from '#src/words/en/statement-page.ts'
import { supportSure as supportSureEn } from '#src/words/en/support-sure.ts'
import { support as supportEn } from '#src/words/en/support.ts'
import { codeCheck as codeCheckEn, takeAlong as takeAlongEn } from '#src/words/en/take-along.ts'
import { today as todayEn } from '#src/words/en/today.ts'
import { villageBox as villageBoxEn } from '#src/words/en/village-box.ts'
import { warnings as warningsEn } from '#src/words/en/warnings.ts'
import { agencyStaff as agencyStaffKm } from '#src/words/km/agency-staff.ts'
import { agencies as agenciesKm } from '#src/words/km/agencies.ts'
import { asking as askingKm } from '#src/words/km/asking.ts'
import { away as awayKm } from '#src/words/km/away.ts'
import { bank as bankKm } from '#src/words/km/bank.ts'
import { bookPage as bookPageKm } from '#src/words/km/book-page.ts'
import { boxLetter as boxLetterKm } from '#src/words/km/box-letter.ts'
import { box as boxKm } from '#src/words/km/box.ts'
import { bySex as bySexKm } from '#src/words/km/by-sex.ts'
import { ownView as ownViewKm } from '#src/words/km/own-view.ts'
import { cases as casesKm } from '#src/words/km/cases.ts'
import { caseBridge as caseBridgeKm } from '#src/words/km/case-bridge.ts'
import { caseForm as caseFormKm } from '#src/words/km/case-form.ts'
import { carried as carriedKm } from '#src/words/km/carried.ts'
import { caseAsks as caseAsksKm } from '#src/words/km/case-asks.ts'
import { caseCosts as caseCostsKm } from '#src/words/km/case-costs.ts'
import { casePapers as casePapersKm } from '#src/words/km/case-papers.ts'
import { caseSays as caseSaysKm } from '#src/words/km/case-says.ts'
import { comparing as comparingKm } from '#src/words/km/comparing.ts'
import { concentration as concentrationKm } from '#src/words/km/concentration.ts'
import { confirming as confirmingKm } from '#src/words/km/confirming.ts'
import { cost as costKm } from '#src/words/km/cost.ts'
import { desk as deskKm } from '#src/words/km/desk.ts'
import { dispute as disputeKm } from '#src/words/km/dispute.ts'
import { entrance as entranceKm } from '#src/words/km/entrance.ts'
import { everyPage as everyPageKm } from '#src/words/km/every-page.ts'
import { example as exampleKm } from '#src/words/km/example.ts'
import { agreement as agreementKm } from '#src/words/km/fair-agreement.ts'
import { buyOut as buyOutKm } from '#src/words/km/fair-buy-out.ts'
import { field as fieldKm } from '#src/words/km/fair-field.ts'
import { newRules as newRulesKm } from '#src/words/km/fair-new-rules.ts'
import { rules as rulesKm } from '#src/words/km/fair-rules.ts'
import { verdict as verdictKm, offers as offersKm } from '#src/words/km/fair.ts'
import { fault as faultKm } from '#src/words/km/fault.ts'
import {
  figure as figureKm,
  part as partKm,
  sum as sumKm,
  account as accountKm,
} from '#src/words/km/figure.ts'
import { founding as foundingKm } from '#src/words/km/founding.ts'
import { glossary as glossaryKm } from '#src/words/km/glossary.ts'
import { goal as goalKm } from '#src/words/km/goal.ts'
import { health as healthKm } from '#src/words/km/health.ts'
import { help as helpKm } from '#src/words/km/help.ts'
import { household as householdKm } from '#src/words/km/household.ts'
import { imports as importsKm } from '#src/words/km/import.ts'
import { kind as kindKm } from '#src/words/km/kind.ts'
import { lendingForm as lendingFormKm } from '#src/words/km/lending-form.ts'
import { gates as gatesKm } from '#src/words/km/gates.ts'
import { lending as lendingKm } from '#src/words/km/lending.ts'
import { links as linksKm, provider as providerKm } from '#src/words/km/links.ts'
import { log as logKm } from '#src/words/km/log-page.ts'
import { acts as actsKm } from '#src/words/km/log.ts'
import { opened as openedKm } from '#src/words/km/opened.ts'
import { meeting as meetingKm } from '#src/words/km/meeting.ts'
import { memberForm as memberFormKm } from '#src/words/km/member-form.ts'
import { member as memberKm } from '#src/words/km/member.ts'
import { meetingText as meetingTextKm } from '#src/words/km/meeting-text.ts'
import { messagePage as messagePageKm } from '#src/words/km/message-page.ts'
import { moneyPlace as moneyPlaceKm } from '#src/words/km/money-place.ts'
import { network as networkKm } from '#src/words/km/network.ts'
import { agreements as agreementsKm } from '#src/words/km/agreements.ts'
import { audits as auditsKm } from '#src/words/km/audits.ts'
import { numbers as numbersKm } from '#src/words/km/numbers.ts'
import { own as ownKm } from '#src/words/km/own.ts'
import { paper as paperKm } from '#src/words/km/paper.ts'
import { people as peopleKm } from '#src/words/km/people.ts'
import { portfolio as portfolioKm } from '#src/words/km/portfolio.ts'
import { phone as phoneKm } from '#src/words/km/phone.ts'
import { pot as potKm } from '#src/words/km/pot.ts'
import { print as printKm } from '#src/words/km/print.ts'
import { proof as proofKm } from '#src/words/km/proof.ts'
import { queue as queueKm } from '#src/words/km/queue.ts'
import { reportIntake as reportIntakeKm } from '#src/words/km/report-intake.ts'
import { warnings as warningsKm } from '#src/words/km/warnings.ts'
import { roads as roadsKm } from '#src/words/km/roads.ts'
import { releases as releasesKm } from '#src/words/km/releases.ts'
import { relief as reliefKm } from '#src/words/km/relief.ts'
import { saving as savingKm } from '#src/words/km/saving.ts'
import { seldom as seldomKm } from '#src/words/km/seldom.ts'
import { directory as directoryKm } from '#src/words/km/directory.ts'
import { sheet as sheetKm } from '#src/words/km/sheet.ts'
import { statementPage as statementPageKm } from '#src/words/km/statement-page.ts'
import { supportSure as supportSureKm } from '#src/words/km/support-sure.ts'
import { support as supportKm } from '#src/words/km/support.ts'
import { codeCheck as codeCheckKm, takeAlong as takeAlongKm } from '#src/words/km/take-along.ts'
import { today as todayKm } from '#src/words/km/today.ts'
import { villageBox as villageBoxKm } from '#src/words/km/village-box.ts'
import { household as householdTh } from '#src/words/th/household.ts'
import { numbers as numbersTh } from '#src/words/th/numbers.ts'
import { household as householdVi } from '#src/words/vi/household.ts'
import { numbers as numbersVi } from '#src/words/vi/numbers.ts'

/*
 * The families of wordings of the pages, as they ask for them; what each is about stands in its
 * English catalogue. Those that the command line says too stand in `report-words.ts` and in
 * `quote-words.ts`.
 */
export const accountWords = family({ en: accountEn, km: accountKm })
export const agreementWords = family({ en: agreementEn, km: agreementKm })
export const askingWords = family({ en: askingEn, km: askingKm })
export const awayWords = family({ en: awayEn, km: awayKm })
export const bankWords = family({ en: bankEn, km: bankKm })
export const bookPageWords = family({ en: bookPageEn, km: bookPageKm })
export const boxLetterWords = family({ en: boxLetterEn, km: boxLetterKm })
export const boxWords = family({ en: boxEn, km: boxKm })
export const buyOutWords = family({ en: buyOutEn, km: buyOutKm })
export const bySexWords = family({ en: bySexEn, km: bySexKm })
export const ownViewWords = family({ en: ownViewEn, km: ownViewKm })
export const meetingTextWords = family({ en: meetingTextEn, km: meetingTextKm })
export const carriedWords = family({ en: carriedEn, km: carriedKm })
export const caseWords = family({ en: casesEn, km: casesKm })
export const caseBridgeWords = family({ en: caseBridgeEn, km: caseBridgeKm })
export const caseFormWords = family({ en: caseFormEn, km: caseFormKm })
export const caseAskWords = family({ en: caseAsksEn, km: caseAsksKm })
export const casePaperWords = family({ en: casePapersEn, km: casePapersKm })
export const caseSayWords = family({ en: caseSaysEn, km: caseSaysKm })
export const comparingWords = family({ en: comparingEn, km: comparingKm })
export const concentrationWords = family({ en: concentrationEn, km: concentrationKm })
export const confirmingWords = family({ en: confirmingEn, km: confirmingKm })
export const deskWords = family({ en: deskEn, km: deskKm })
export const costWords = family({ en: costEn, km: costKm })
export const disputeWords = family({ en: disputeEn, km: disputeKm })
export const entranceWords = family({ en: entranceEn, km: entranceKm })
export const everyPageWords = family({ en: everyPageEn, km: everyPageKm })
export const exampleWords = family({ en: exampleEn, km: exampleKm })
export const faultWords = family({ en: faultEn, km: faultKm })
export const fieldWords = family({ en: fieldEn, km: fieldKm })
export const figureWords = family({ en: figureEn, km: figureKm })
export const foundingWords = family({ en: foundingEn, km: foundingKm })
export const glossaryWords = family({ en: glossaryEn, km: glossaryKm })
export const goalWords = family({ en: goalEn, km: goalKm })
export const healthWords = family({ en: healthEn, km: healthKm })
export const helpWords = family({ en: helpEn, km: helpKm })
export const householdWords = familyInPart(
  { en: householdEn, km: householdKm },
  { th: householdTh, vi: householdVi },
)
export const importWords = family({ en: importsEn, km: importsKm })
export const kindWords = family({ en: kindEn, km: kindKm })
export const lendingFormWords = family({ en: lendingFormEn, km: lendingFormKm })
export const gatesWords = family({ en: gatesEn, km: gatesKm })
export const lendingWords = family({ en: lendingEn, km: lendingKm })
export const linkWords = family({ en: linksEn, km: linksKm })
export const providerWords = family({ en: providerEn, km: providerKm })
export const logWords = family({ en: logEn, km: logKm })
export const meetingWords = family({ en: meetingEn, km: meetingKm })
export const memberFormWords = family({ en: memberFormEn, km: memberFormKm })
export const memberWords = family({ en: memberEn, km: memberKm })
export const messagePageWords = family({ en: messagePageEn, km: messagePageKm })
export const networkWords = family({ en: networkEn, km: networkKm })
export const newRulesWords = family({ en: newRulesEn, km: newRulesKm })
export const agreementsWords = family({ en: agreementsEn, km: agreementsKm })
export const auditsWords = family({ en: auditsEn, km: auditsKm })
export const numbersWords = familyInPart(
  { en: numbersEn, km: numbersKm },
  { th: numbersTh, vi: numbersVi },
)
export const offersWords = family({ en: offersEn, km: offersKm })
export const ownWords = family({ en: ownEn, km: ownKm })
export const paperWords = family({ en: paperEn, km: paperKm })
export const partWords = family({ en: partEn, km: partKm })
export const peopleWords = family({ en: peopleEn, km: peopleKm })
export const portfolioWords = family({ en: portfolioEn, km: portfolioKm })
export const phoneWords = family({ en: phoneEn, km: phoneKm })
export const potWords = family({ en: potEn, km: potKm })
export const printWords = family({ en: printEn, km: printKm })
export const proofWords = family({ en: proofEn, km: proofKm })
export const queueWords = family({ en: queueEn, km: queueKm })
export const releaseWords = family({ en: releasesEn, km: releasesKm })
export const reliefWords = family({ en: reliefEn, km: reliefKm })
export const reportIntakeWords = family({ en: reportIntakeEn, km: reportIntakeKm })
export const warningWords = family({ en: warningsEn, km: warningsKm })
export const roadWords = family({ en: roadsEn, km: roadsKm })
export const rulesWords = family({ en: rulesEn, km: rulesKm })
export const savingWords = family({ en: savingEn, km: savingKm })
export const moneyPlaceWords = family({ en: moneyPlaceEn, km: moneyPlaceKm })
export const seldomWords = family({ en: seldomEn, km: seldomKm })
export const caseCostWords = family({ en: caseCostsEn, km: caseCostsKm })
export const agencyWords = family({ en: agenciesEn, km: agenciesKm })
export const agencyStaffWords = family({ en: agencyStaffEn, km: agencyStaffKm })
export const directoryWords = family({ en: directoryEn, km: directoryKm })
export const sheetWords = family({ en: sheetEn, km: sheetKm })
export const statementPageWords = family({ en: statementPageEn, km: statementPageKm })
export const sumWords = family({ en: sumEn, km: sumKm })
export const supportSureWords = family({ en: supportSureEn, km: supportSureKm })
export const supportWords = family({ en: supportEn, km: supportKm })
export const takeAlongWords = family({ en: takeAlongEn, km: takeAlongKm })
export const codeCheckWords = family({ en: codeCheckEn, km: codeCheckKm })
export const verdictWords = family({ en: verdictEn, km: verdictKm })

/** What each act in the log is called, by its code. */
export const actWords = family({ en: actsEn, km: actsKm })

/** What a page or form is called that was opened and left. */
export const openedWords = family({ en: openedEn, km: openedKm })
export const todayWords = family({ en: todayEn, km: todayKm })
export const villageBoxWords = family({ en: villageBoxEn, km: villageBoxKm })
