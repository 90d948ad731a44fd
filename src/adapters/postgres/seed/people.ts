import { COMMUNITY_POSTS, DISTRICT_POSTS, OFFICE_POSTS, SEATS_WITHOUT_ACCOUNT, type Post } from './posts';
import type { CommunityKey, OrganisationKey } from './tree';

/** By what name code and tests call an account of the example, which is also its username. */
export type AccountKey =
  | keyof typeof DISTRICT_POSTS
  | `office.${keyof typeof OFFICE_POSTS}`
  | `${CommunityKey}.${keyof typeof COMMUNITY_POSTS}`;

/** By what name code and tests call somebody of the example; whoever has an account goes by its username. */
export type PersonKey = AccountKey | `${CommunityKey}.${keyof typeof SEATS_WITHOUT_ACCOUNT}`;

/** Somebody of the example. */
export interface ExamplePerson extends Post {
  readonly key: PersonKey;
  readonly name: string;
  readonly organisation: OrganisationKey;
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const ORDINALS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];

/** Everybody of the example. */
export const PEOPLE: readonly ExamplePerson[] = [
  ...placed(DISTRICT_POSTS, '', 'district'),
  ...placed(OFFICE_POSTS, 'office.', 'office'),
  ...communityPeople('chunhe'),
  ...communityPeople('xinhe'),
].map((person, index) => ({ ...person, name: inventedName(index) }));

function communityPeople(community: CommunityKey) {
  return placed({ ...COMMUNITY_POSTS, ...SEATS_WITHOUT_ACCOUNT }, `${community}.`, community);
}

function placed(posts: Readonly<Record<string, Post>>, prefix: string, organisation: OrganisationKey) {
  return Object.entries(posts).map(([key, post]) => ({
    ...post,
    key: `${prefix}${key}` as PersonKey,
    organisation: (post.grid ? `${organisation}.${post.grid}` : organisation) as OrganisationKey,
  }));
}

/** Plainly a specimen (示, an example), such as 王示甲; different for the first 220. */
function inventedName(index: number): string {
  return `${SURNAMES[index % SURNAMES.length]}示${ORDINALS[index % ORDINALS.length]}`;
}
