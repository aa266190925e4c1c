// GitHub's GraphQL API as far as boards (Projects) go, over the same issues.
import { join } from 'node:path';
import { connection, createGraphqlStandIn, Refusal } from './graphql-stand-in.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import type { PracticeBoard, PracticeIssue, PracticeWorld } from './state.ts';

/** A token of this name may write issues but not boards. */
export const WITHOUT_BOARDS = 'without-boards';

/** A token of this name may do nearly everything. */
export const WITH_TOO_MUCH = 'with-too-much';

/** The rights a token names, as GitHub lists them. */
export function scopesOf(headers: PlainRequest['headers']): string {
  const more = String(headers.authorization).endsWith(WITH_TOO_MUCH) ? ', admin:org, delete_repo' : '';
  return `repo${mayWriteBoards(headers) ? ', project' : ''}${more}`;
}

function mayWriteBoards({ authorization }: PlainRequest['headers']): boolean {
  return !String(authorization).endsWith(WITHOUT_BOARDS);
}

const boardId = (board: PracticeBoard) => `PVT_${board.number}`;
const fieldId = (board: PracticeBoard, name: string) => `PVTF_${board.number}_${name}`;
const optionId = (name: string) => `option ${name}`;
const issueId = (issue: PracticeIssue) => `I_${issue.id}`;
const itemId = (board: PracticeBoard, issue: PracticeIssue) => `PVTI_${board.number}_${issue.id}`;

function fieldShape(board: PracticeBoard, name: string, options: readonly string[] | null) {
  const id = fieldId(board, name);
  if (options === null)
    return { __typename: 'ProjectV2Field', id, name, dataType: name === 'Title' ? 'TITLE' : 'TEXT' };
  return {
    __typename: 'ProjectV2SingleSelectField',
    id,
    name,
    dataType: 'SINGLE_SELECT',
    options: options.map((option) => ({ id: optionId(option), name: option })),
  };
}

function boardShape(board: PracticeBoard) {
  const fields = Object.entries(board.fields).map(([name, options]) => fieldShape(board, name, options));
  return {
    id: boardId(board),
    number: board.number,
    title: board.title,
    closed: false,
    fields: connection(fields),
    field: ({ name }: { name: string }) => fields.find((one) => one.name === name) ?? null,
  };
}

function itemShape(board: PracticeBoard, issue: PracticeIssue) {
  const values = Object.entries(issue.boards[String(board.number)] ?? {}).map(([name, value]) => {
    const options = board.fields[name] ?? null;
    const field = fieldShape(board, name, options);
    return options === null
      ? { __typename: 'ProjectV2ItemFieldTextValue', text: value, field }
      : { __typename: 'ProjectV2ItemFieldSingleSelectValue', name: value, field };
  });
  const updatedAt = issue.placedAt ?? issue.createdAt;
  return {
    id: itemId(board, issue),
    updatedAt,
    project: boardShape(board),
    fieldValues: connection([null, ...values]),
  };
}

interface SetField {
  readonly projectId: string;
  readonly itemId: string;
  readonly fieldId: string;
  readonly value: { readonly singleSelectOptionId?: string; readonly text?: string };
}

/** Makes the stand-in. `descriptions` is the folder with GitHub's schema. */
export function createBoardsStandIn(world: PracticeWorld, descriptions: string) {
  const answer = createGraphqlStandIn(join(descriptions, 'github.graphql'));
  const missing = (what: string) => new Refusal('NOT_FOUND', `Could not resolve to a ${what}.`);
  const boardOf = (id: string) => {
    const board = world.boards.find((one) => boardId(one) === id);
    if (board === undefined) throw missing('ProjectV2');
    return board;
  };
  const issueOf = (is: (one: PracticeIssue) => boolean) => {
    const issue = world.issues().find(is);
    if (issue === undefined) throw missing('Issue');
    return issue;
  };
  const place = (issue: PracticeIssue, board: PracticeBoard, fields: Readonly<Record<string, string>>) => {
    const before = issue.boards[String(board.number)] ?? {};
    world.place(issue, { boards: { ...issue.boards, [board.number]: { ...before, ...fields } } });
    return itemShape(board, issue);
  };
  /** As GitHub does: what the token may not see stands in a list as null. */
  const withUnseen = <T>(nodes: readonly T[]) => connection([null, ...nodes]);

  const queries = {
    repositoryOwner({ login }: { login: string }) {
      const boards = world.boards.filter((board) => board.owner === login);
      if (boards.length === 0) return null;
      return {
        __typename: 'Organization',
        id: `O_${login}`,
        login,
        projectV2: ({ number }: { number: number }) => {
          const board = boards.find((one) => one.number === number);
          if (board === undefined) throw missing('ProjectV2');
          return boardShape(board);
        },
        projectsV2: withUnseen(boards.map(boardShape)),
      };
    },
    repository({ owner, name }: { owner: string; name: string }) {
      const full = `${owner}/${name}`;
      if (!world.repositories.includes(full)) throw missing('Repository');
      return {
        id: `R_${full}`,
        issue: ({ number }: { number: number }) => {
          const issue = issueOf((one) => one.repository === full && one.number === number);
          const on = world.boards.filter((board) => issue.boards[String(board.number)] !== undefined);
          return { id: issueId(issue), projectItems: withUnseen(on.map((board) => itemShape(board, issue))) };
        },
      };
    },
  };
  const mutations = {
    addProjectV2ItemById({ input }: { input: { projectId: string; contentId: string } }) {
      const issue = issueOf((one) => issueId(one) === input.contentId);
      return { item: place(issue, boardOf(input.projectId), {}) };
    },
    updateProjectV2ItemFieldValue({ input }: { input: SetField }) {
      const board = boardOf(input.projectId);
      const issue = issueOf((one) => itemId(board, one) === input.itemId);
      const [name, options] = Object.entries(board.fields).find(([one]) => fieldId(board, one) === input.fieldId) ?? [];
      if (name === undefined) throw missing('ProjectV2Field');
      const { singleSelectOptionId, text } = input.value;
      const value = options == null ? text : options.find((option) => optionId(option) === singleSelectOptionId);
      if (value === undefined) throw new Refusal('VALIDATION', 'The value does not fit the field.');
      return { projectV2Item: place(issue, board, { [name]: value }) };
    },
  };
  const forbidden = () => {
    throw new Refusal('INSUFFICIENT_SCOPES', 'Your token has not been granted the required scopes: project.');
  };
  const refused = { addProjectV2ItemById: forbidden, updateProjectV2ItemFieldValue: forbidden };

  return (request: PlainRequest): Promise<PlainAnswer> => {
    return answer(request, { ...queries, ...(mayWriteBoards(request.headers) ? mutations : refused) });
  };
}
