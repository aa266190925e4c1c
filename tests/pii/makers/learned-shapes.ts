// Shapes that are learned and never judged by, so that what judges stays the same from one day to the next: numbers and user names
// as people write them who follow no rule.
import type { Half, Random } from './random.ts';

/** For each kind more shapes to choose from; none for the half that judges. */
export function createLearnedShapes({ digits, letters, int, pick, chance }: Random, half: Half) {
  const year = () => `${int(1941, 2003)}`;
  const mixed = (count: number) => Array.from({ length: count }, () => (chance(0.5) ? digits(1) : letters(1))).join('');
  const unlessJudging = (shapes: () => string[]) => (): string[] => (half === 1 ? [] : shapes());
  return {
    plates: unlessJudging(() => [
      `${letters(2)} ${digits(4)}`,
      `${letters(1)}${digits(2)} ${letters(3)}`,
      `${letters(1)}${digits(2)}-${letters(3)}`,
      `${digits(2)}${letters(1)} ${digits(3)}`,
      `${letters(3)}${digits(3)}`,
      `${letters(2)}-${digits(5)}`,
      `${letters(2)} ${digits(2)} ${letters(2)}`,
      `${digits(1)}-${letters(1)}${digits(4)}`,
      `${digits(3)}-${letters(3)}`,
      `${digits(3)}${letters(3)}`,
      `${digits(4)} ${letters(2)}`,
      `${pick(['VET', 'ARMY', 'NAVY', 'USMC', 'DAV', 'PH', 'POW', 'RET', 'SEABEE', 'AIRBRN'])}${pick([' ', '', '-'])}${pick([digits(2), digits(3), year()])}`,
      `${letters(3)}-${digits(4)}`,
      `${letters(1)} ${digits(5)}`,
      `${digits(2)} ${letters(3)} ${digits(2)}`,
    ]),
    devices: unlessJudging(() => [
      `${digits(2)}-${digits(7)}-${pick(['L', 'R'])}`,
      `${digits(2)} ${digits(6)} ${digits(6)} ${digits(1)}`,
      `${digits(2)}-${digits(6)}-${digits(6)}-${digits(1)}`,
      `R${digits(2)}${letters(1)}${digits(6)}`,
      `${mixed(5)}-${mixed(5)}`,
      `${letters(2)}${digits(4)}${letters(1)}`,
      `${mixed(4)} ${mixed(4)} ${mixed(4)}`,
      `${letters(1)}${digits(3)}-${digits(5)}`,
      `${digits(10)}`,
      `${mixed(8)}/${digits(2)}`,
      `${letters(3)}${digits(2)}${letters(2)}${digits(4)}`,
      `${digits(4)}-${letters(2)}-${digits(4)}`,
    ]),
    claims: unlessJudging(() => [
      `${digits(3)}${digits(2)}${digits(4)}`,
      `C ${digits(8)}`,
      `c-${digits(3)} ${digits(2)} ${digits(4)}`,
      `${digits(2)}.${digits(3)}.${digits(3)}`,
      `${digits(9)}-${letters(1)}`,
      `C${digits(2)}-${digits(3)}-${digits(3)}`,
      `${digits(3)}.${digits(3)}.${digits(3)}`,
      `600 ${digits(6)}`,
      `${digits(9)}/${digits(2)}`,
      `${digits(6)} ${digits(3)}`,
    ]),
    prescriptions: unlessJudging(() => [
      `${digits(3)} ${digits(4)}`,
      `${digits(3)}-${digits(4)}`,
      `${digits(3)} ${digits(4)} ${letters(1)}`,
      `${digits(4)} ${digits(3)}${letters(1)}`,
      `${digits(7)}${letters(2)}`,
      `Rx-${digits(7)}`,
      `${digits(2)}-${digits(6)}`,
      `${digits(7)}/${digits(2)}`,
      `${digits(7)} ${letters(1)}`,
      `${letters(1)}-${digits(7)}`,
      `${digits(10)}`,
    ]),
    licenses: unlessJudging(() => [
      `${letters(1)} ${digits(3)} ${digits(3)} ${digits(3)}`,
      `${digits(3)} ${digits(3)} ${digits(3)}`,
      `${digits(2)}-${digits(3)}-${digits(4)}`,
      `${letters(2)} ${digits(6)}`,
      `${letters(1)}-${digits(7)}`,
      `${letters(4)}${digits(6)}${letters(2)}`,
      `${digits(7)}`,
    ]),
  };
}

/** User names that people think up, of the plain names the makers make. */
export function createLearnedUsers(
  { digits, int, pick }: Random,
  half: Half,
  { given, family, initial }: { given: () => string; family: () => string; initial: () => string },
) {
  const thing = () =>
    pick(
      'bass trout harley chevy ford eagle bear wolf dog cat mom dad nana papa grandma grandpa truck biker hunter fisher golf blue red lucky big lil old happy crazy texas ohio alaska country river'.split(
        ' ',
      ),
    );
  return (): string[] =>
    half === 1
      ? []
      : [
          `${thing()}${given()}${digits(2)}`,
          `${given()}${thing()}`,
          `${thing()}_${given()}`,
          `${given()}.${initial()}.${family()}`,
          `${given().slice(0, 3)}${family().slice(0, 3)}${digits(2)}`,
          `${family().slice(0, 5)}${given().slice(0, 2)}`,
          `x${family()}x`,
          `${given()}_${family()}_${digits(2)}`,
          `${given()}n${given()}`,
          `${family()}${digits(4)}`,
          `${initial()}${initial()}${initial()}${digits(4)}`,
          `${given()}${int(1941, 2003)}va`,
          `mr${family()}`,
          `${family()}family${digits(1)}`,
          `${given()}-${digits(3)}`,
          `${initial()}${given()}${digits(2)}`,
        ];
}
