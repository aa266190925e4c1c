// Runs a GraphQL document against a published schema, as a service does: whatever is wrong comes with status 200.
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

/** What a service says no with; `type` is how GitHub tells kinds of errors apart. */
export class Refusal extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const REQUEST = z.object({ query: z.string().default(''), variables: z.record(z.string(), z.unknown()).default({}) });

type Roots = Readonly<Record<string, unknown>>;

/** Read once a process: practice has two GitHubs, and both answer by the same schema. */
const schemas = new Map<string, GraphQLSchema>();

function readSchema(file: string): GraphQLSchema {
  const schema = schemas.get(file) ?? buildSchema(readFileSync(file, 'utf8'));
  schemas.set(file, schema);
  return schema;
}

type Checked = DocumentNode | { readonly errors: readonly GraphQLError[] };

/** Makes what answers; `schemaFile` is the published schema. */
export function createGraphqlStandIn(schemaFile: string) {
  const schema = readSchema(schemaFile);
  /** The desk asks in few documents, over and over: each is checked against the schema once. */
  const checked = new Map<string, Checked>();

  function check(query: string): Checked {
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      return errors.length === 0 ? document : { errors };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  return async ({ body }: PlainRequest, rootValue: Roots): Promise<PlainAnswer> => {
    const { query, variables } = REQUEST.parse(body ?? {});
    const document = checked.get(query) ?? check(query);
    checked.set(query, document);
    const result =
      'errors' in document ? document : await execute({ schema, document, rootValue, variableValues: variables });
    return { status: 200, body: withTypes(result) };
  };
}

function withTypes({ errors, ...rest }: ExecutionResult): unknown {
  if (errors === undefined) return rest;
  const typed = errors.map((error) => ({
    ...error.toJSON(),
    ...(error.originalError instanceof Refusal && { type: error.originalError.type }),
  }));
  return { ...rest, errors: typed };
}

/** A list that fits on one page. */
export function connection<T>(nodes: readonly T[]) {
  return { nodes, totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null } };
}
