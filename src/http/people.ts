import type { Pages } from '#src/http/page.ts'
import { askErase, takeErase } from '#src/http/people/erasing.ts'
import {
  askEndKin,
  askKin,
  askNominees,
  family,
  takeEndKin,
  takeKin,
  takeNominees,
} from '#src/http/people/family.ts'
import { askGoal, takeGoal } from '#src/http/people/goal.ts'
import { askName, askPhoto, takeName, takePhoto } from '#src/http/people/naming.ts'
import { reasons } from '#src/http/people/reasons.ts'
import {
  alikePeople,
  listOfPeople,
  onePerson,
  pictureOf,
  takeAsked,
} from '#src/http/people/person.ts'

/** Who the members of a fund are: names and photos, nominees, kin, and how each is erased. */
export const peoplePages = (pages: Pages): void => {
  const list = '/funds/:fundId/people'
  const one = `${list}/:memberId`
  pages.get(list, 'read-names', listOfPeople)
  pages.get(`${list}/alike`, 'keep-names', alikePeople)
  pages.get(one, 'read-names', onePerson)
  pages.get(`${one}/picture`, 'read-names', pictureOf)
  pages.post(`${one}/asked`, 'keep-names', takeAsked)
  pages.get(`${one}/name`, 'keep-names', askName)
  pages.post(`${one}/name`, 'keep-names', takeName)
  pages.get(`${one}/photo`, 'keep-names', askPhoto)
  pages.post(`${one}/photo`, 'keep-names', takePhoto)
  pages.get(`${one}/goal`, 'keep-names', askGoal)
  pages.post(`${one}/goal`, 'keep-names', takeGoal)
  pages.get(`${one}/family`, 'read-family', family)
  pages.get(`${one}/nominees`, 'keep-family', askNominees)
  pages.post(`${one}/nominees`, 'keep-family', takeNominees)
  pages.get(`${one}/kin`, 'keep-family', askKin)
  pages.post(`${one}/kin`, 'keep-family', takeKin)
  pages.get(`${one}/kin/end`, 'keep-family', askEndKin)
  pages.post(`${one}/kin/end`, 'keep-family', takeEndKin)
  pages.get(`${one}/reasons`, 'read-relief-reason', reasons)
  pages.get(`${one}/erase`, 'erase-person', askErase)
  pages.post(`${one}/erase`, 'erase-person', takeErase)
}
