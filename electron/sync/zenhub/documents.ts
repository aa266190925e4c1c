// Our GraphQL documents. Each is checked against the carried part of ZenHub's schema by a contract test.

/** Pipelines and repositories of a workspace. `first` is always given: without it only some come back. */
export const FIND_BOARD = /* GraphQL */ `
  query FindBoard($workspaceId: ID!) {
    workspace(id: $workspaceId) {
      id
      pipelinesConnection(first: 100) { nodes { id name } }
      repositoriesConnection(first: 100) { nodes { id name ownerName } }
    }
  }
`;

export const FIND_ISSUE = /* GraphQL */ `
  query FindIssue($repositoryId: ID!, $issueNumber: Int!, $workspaceId: ID!) {
    issueByInfo(repositoryId: $repositoryId, issueNumber: $issueNumber) {
      id
      pipelineIssue(workspaceId: $workspaceId) { pipeline { id } }
    }
  }
`;

export const MOVE_ISSUE = /* GraphQL */ `
  mutation MoveIssue($issueId: ID!, $pipelineId: ID!) {
    moveIssue(input: { issueId: $issueId, pipelineId: $pipelineId, position: 0 }) {
      issue { id }
      pipeline { id name }
    }
  }
`;
