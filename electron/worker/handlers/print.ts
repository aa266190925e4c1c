// The handlers of what is printed.
import { printCase, printList } from '../../actions/cases/print.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { PRINT_PAGE_CALLS } from '../../contract/print-calls.ts';
import type { Desk } from './desk.ts';

export function printHandlers({ ctx }: Desk): Handlers<keyof typeof PRINT_PAGE_CALLS> {
  return {
    'print.list': (input) => printList(ctx, input),
    'print.case': (input) => printCase(ctx, input),
  };
}
