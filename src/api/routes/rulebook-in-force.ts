import type { z } from 'zod';
import type { rulebookInForceSchema } from '../../contract/schemas/rulebooks';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { RULEBOOK } from '../../domain/rulebook';
import { valuesInForce } from '../../domain/rulebook-inheritance';
import type { RoutesDeps } from './deps';

/** Every parameter of an organisation on a day, with its names, its clause and who set it. */
export async function describeRulebook(
  { organisations, rulebooks }: Pick<RoutesDeps, 'organisations' | 'rulebooks'>,
  organisationId: string,
  on: CivilDate,
): Promise<z.output<typeof rulebookInForceSchema>> {
  const chain = await organisations.chain(organisationId);
  const inEffect = await rulebooks.inEffect(
    chain.map(({ id }) => id),
    on,
  );
  const fromTheRoot = chain.flatMap(({ id }) => inEffect.filter((rulebook) => rulebook.organisationId === id));
  const values = valuesInForce(fromTheRoot).map(({ key, value, clause, setBy }) => {
    const { zh, en, origin } = RULEBOOK[key];
    const setter = chain.find(({ id }) => id === setBy?.organisationId);
    return {
      key,
      name: { zh, en },
      value,
      clause,
      origin,
      setBy:
        setBy && setter
          ? { ...setBy, name: setter.name, nameEn: setter.nameEn, inherited: setter.id !== organisationId }
          : null,
    };
  });
  return { organisationId, on, values };
}
