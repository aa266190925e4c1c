// Our GraphQL documents. A contract test checks each against our copy of ZenHub's schema. `first` is always given:
// without it only some entries are returned.

/** A workspace: its pipelines and priorities, epics with a title, and a page of its repositories. */
export const FIND_BOARD = /* GraphQL */ `
  query FindBoard($workspaceId: ID!, $epic: String, $withEpics: Boolean!, $after: String) {
    workspace(id: $workspaceId) {
      id
      pipelinesConnection(first: 100) { nodes { id name } }
      prioritiesConnection(first: 100) { nodes { id name } }
      zenhubEpics(first: 100, query: $epic) @include(if: $withEpics) { nodes { id title } }
      repositoriesConnection(first: 100, after: $after) {
        nodes { id name ownerName }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

/** Whose key it is. */
export const WHO = /* GraphQL */ `
  query Who {
    viewer { id name }
  }
`;

/** Every workspace the key may see, to choose from. */
export const LIST_WORKSPACES = /* GraphQL */ `
  query ListWorkspaces($after: String) {
    viewer {
      zenhubOrganizations(first: 20, after: $after) {
        nodes {
          id
          name
          workspaces(first: 100) {
            nodes {
              id
              name
              pipelinesConnection(first: 100) { nodes { id name } }
            }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

export const FIND_ISSUE = /* GraphQL */ `
  query FindIssue($repositoryId: ID!, $issueNumber: Int!, $workspaceId: ID!) {
    issueByInfo(repositoryId: $repositoryId, issueNumber: $issueNumber) {
      id
      estimate { value }
      parentZenhubEpics(first: 100) { nodes { id } }
      pipelineIssue(workspaceId: $workspaceId) {
        latestTransferTime
        pipeline { id name }
        priority { id name }
      }
    }
  }
`;

export const MOVE_ISSUE = /* GraphQL */ `
  mutation MoveIssue($issueId: ID!, $pipelineId: ID!) {
    moveIssue(input: { issueId: $issueId, pipelineId: $pipelineId, position: 0 }) {
      issue { id }
    }
  }
`;

export const SET_ESTIMATE = /* GraphQL */ `
  mutation SetEstimate($issueId: ID!, $value: Float) {
    setEstimate(input: { issueId: $issueId, value: $value }) {
      issue { id }
    }
  }
`;

export const SET_PRIORITY = /* GraphQL */ `
  mutation SetPriority($repositoryId: ID!, $issueNumber: Int!, $priorityId: ID!) {
    setIssueInfoPriorities(
      input: { priorityId: $priorityId, issues: [{ repositoryId: $repositoryId, issueNumber: $issueNumber }] }
    ) {
      pipelineIssues { id }
    }
  }
`;

export const TAKE_PRIORITY_OFF = /* GraphQL */ `
  mutation TakePriorityOff($repositoryId: ID!, $issueNumber: Int!, $workspaceId: ID!) {
    removeIssueInfoPriorities(
      input: { workspaceId: $workspaceId, issues: [{ repositoryId: $repositoryId, issueNumber: $issueNumber }] }
    ) {
      pipelineIssues { id }
    }
  }
`;

export const ADD_TO_EPIC = /* GraphQL */ `
  mutation AddToEpic($issueId: ID!, $epicId: ID!) {
    addIssuesToZenhubEpics(input: { issueIds: [$issueId], zenhubEpicIds: [$epicId] }) {
      zenhubEpics { id }
    }
  }
`;
