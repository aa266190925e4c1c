// Our GraphQL documents for GitHub Projects. A contract test checks each against GitHub's own schema.

/** A board with its fields, and an issue's place on it. Its owner is a person or an organization. */
export const FIND_PLACE = /* GraphQL */ `
  query FindPlace($owner: String!, $number: Int!, $repoOwner: String!, $repo: String!, $issue: Int!, $after: String) {
    repositoryOwner(login: $owner) {
      ... on ProjectV2Owner {
        projectV2(number: $number) {
          id
          closed
          fields(first: 100) {
            nodes {
              ... on ProjectV2FieldCommon { id name dataType }
              ... on ProjectV2SingleSelectField { options { id name } }
            }
          }
        }
      }
    }
    repository(owner: $repoOwner, name: $repo) {
      issue(number: $issue) {
        id
        projectItems(first: 50, after: $after) {
          nodes {
            id
            updatedAt
            project { id }
            fieldValues(first: 100) {
              nodes {
                ... on ProjectV2ItemFieldSingleSelectValue { name field { ... on ProjectV2FieldCommon { id } } }
                ... on ProjectV2ItemFieldTextValue { text field { ... on ProjectV2FieldCommon { id } } }
                ... on ProjectV2ItemFieldNumberValue { number field { ... on ProjectV2FieldCommon { id } } }
                ... on ProjectV2ItemFieldDateValue { date field { ... on ProjectV2FieldCommon { id } } }
              }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`;

/** Adds an issue to a board; one that is already there is returned unchanged. */
export const ADD_TO_BOARD = /* GraphQL */ `
  mutation AddToBoard($projectId: ID!, $contentId: ID!) {
    addProjectV2ItemById(input: { projectId: $projectId, contentId: $contentId }) {
      item { id updatedAt }
    }
  }
`;

export const SET_FIELD = /* GraphQL */ `
  mutation SetField($projectId: ID!, $itemId: ID!, $fieldId: ID!, $value: ProjectV2FieldValue!) {
    updateProjectV2ItemFieldValue(
      input: { projectId: $projectId, itemId: $itemId, fieldId: $fieldId, value: $value }
    ) {
      projectV2Item { id }
    }
  }
`;

/** The open boards of a person or an organization, to choose from. */
export const LIST_BOARDS = /* GraphQL */ `
  query ListBoards($owner: String!, $after: String) {
    repositoryOwner(login: $owner) {
      ... on ProjectV2Owner {
        projectsV2(first: 50, after: $after, query: "is:open") {
          nodes {
            number
            title
            field(name: "Status") {
              ... on ProjectV2SingleSelectField { options { name } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`;
