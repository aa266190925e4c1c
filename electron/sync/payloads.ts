// What an entry sends, read back from the store. The words in it are plain strings again until the last gate judges them.
import { z } from 'zod';

export const createIssuePayload = z.object({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  title: z.string(),
  body: z.string(),
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
});

export const addCommentPayload = z.object({ repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/), body: z.string() });

export const movePipelinePayload = z.object({ repository: z.string(), workspaceId: z.string(), pipeline: z.string() });

export const postNotePayload = z.object({ text: z.string() });
