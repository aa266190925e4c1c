// The fields of a team's form: each knows its words, and what is wrong with them.
import { TagsInput, TextInput } from '@mantine/core';
import { Check } from '../../../components/check.tsx';
import { Words } from '../../../components/words-field.tsx';
import { isOn, listOf, onWord, type TeamField, type TeamWords } from './team-words.ts';

export interface FormOfTeam {
  readonly words: TeamWords;
  readonly type: (part: Partial<TeamWords>) => void;
  /** What is wrong with a field, once it has been left or the team was to be saved. */
  readonly problemOf: (field: TeamField) => string | undefined;
  readonly left: (field: TeamField) => void;
}

interface FieldProps {
  readonly form: FormOfTeam;
  readonly field: TeamField;
  readonly label: string;
  readonly description?: string;
}

export const fieldId = (field: TeamField) => `team-${field}`;

export function TextField({ form, field, label, description }: FieldProps) {
  return (
    <TextInput
      id={fieldId(field)}
      label={label}
      description={description}
      value={form.words[field]}
      error={form.problemOf(field)}
      onChange={(event) => form.type({ [field]: event.currentTarget.value })}
      onBlur={() => form.left(field)}
    />
  );
}

/** Several words; Enter or a comma ends one. */
export function ListField({ form, field, label, description }: FieldProps) {
  return (
    <TagsInput
      id={fieldId(field)}
      label={label}
      description={description}
      splitChars={[',']}
      value={listOf(form.words[field])}
      error={form.problemOf(field)}
      onChange={(values) => form.type({ [field]: values.join(', ') })}
      onBlur={() => form.left(field)}
    />
  );
}

type Choices = Parameters<typeof Words>[0]['choices'];

export function ChoiceField({ form, field, choices, ...rest }: FieldProps & { readonly choices: Choices }) {
  return (
    <Words
      {...rest}
      id={fieldId(field)}
      value={form.words[field]}
      choices={choices ?? []}
      problem={form.problemOf(field)}
      onChange={(value) => form.type({ [field]: value })}
      onLeave={() => form.left(field)}
    />
  );
}

export function SwitchField({ form, field, label }: FieldProps) {
  return <Check label={label} on={isOn(form.words[field])} set={(on) => form.type({ [field]: onWord(on) })} />;
}
