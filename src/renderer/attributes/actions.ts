import type { AttributeRow, AttributeValue } from '../../contract/cases.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { ask } from '../ui/ask.ts';

/** Whose attributes: what the engine calls it, and what is known of it already. */
export interface Owner {
  readonly of: { readonly document: string } | { readonly case: string };
  readonly values: readonly AttributeValue[];
}

/** A choice as it shall be; `was` is its label up to now, null for a new one. */
export interface WantedChoice {
  readonly was: string | null;
  readonly label: string;
}

/** The choices as they are. */
export const choicesNow = ({ choices }: AttributeRow): WantedChoice[] =>
  choices.map((label) => ({ was: label, label }));

/** The values that documents or cases have of an attribute, one for each that has any. */
function valuesGiven({ id, appliesTo }: AttributeRow): readonly AttributeValue['value'][] {
  const owners =
    queryClient.getQueryData(
      appliesTo === 'document' ? api.documents.list.queryKey() : api.cases.list.queryKey(),
    ) ?? [];
  return owners.flatMap(({ attributes }) =>
    attributes.flatMap(({ attributeId, value }) => (attributeId === id ? [value] : [])),
  );
}

/** Changes the name of an attribute. @returns whether that worked */
export async function renameAttribute({ id, name }: AttributeRow, next: string): Promise<boolean> {
  const trimmed = next.trim();
  if (trimmed === '' || trimmed === name) return true;
  const input = { attribute: id, name: trimmed };
  return (await write(api.attributes.rename.mutationOptions(), input)) !== undefined;
}

/** Removes an attribute after saying what goes with it. */
export async function removeAttribute(attribute: AttributeRow): Promise<void> {
  const { id, name, appliesTo } = attribute;
  const yes = await ask({
    title: textOf('attributes.remove.title', { name }),
    body: textOf(`attributes.remove.body.${appliesTo}`, { values: valuesGiven(attribute).length }),
    confirm: textOf('attributes.remove.confirm'),
    danger: true,
  });
  if (yes) await write(api.attributes.remove.mutationOptions(), { attribute: id });
}

/** Makes the choices of an attribute these, in this order, as one step. @returns whether that worked */
export async function changeChoices(
  { id }: AttributeRow,
  choices: readonly WantedChoice[],
): Promise<boolean> {
  const input = { attribute: id, choices: [...choices] };
  return (await write(api.attributes.choices.mutationOptions(), input)) !== undefined;
}

/** Takes a choice away; where it has been chosen, after saying what goes with it. */
export async function removeChoice(attribute: AttributeRow, choice: string): Promise<void> {
  const values = valuesGiven(attribute).filter((value) => value === choice).length;
  const yes =
    values === 0 ||
    (await ask({
      title: textOf('attributes.choice.remove.title', { choice }),
      body: textOf('attributes.choice.remove.body', { values }),
      confirm: textOf('attributes.choice.remove.confirm'),
      danger: true,
    }));
  if (yes)
    await changeChoices(
      attribute,
      choicesNow(attribute).filter(({ label }) => label !== choice),
    );
}
