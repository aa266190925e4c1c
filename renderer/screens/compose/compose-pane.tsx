// Compose: the report as received on the left, the outgoing ticket on the right.
import { Skeleton } from '@mantine/core';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useCall } from '../../bridge/queries.ts';
import { ReviewText } from './review-text.tsx';
import { TicketForm } from './ticket-form.tsx';
import './compose.css';

export function ComposePane({ one }: { one: CaseDetail }) {
  const draft = useCall('tickets.draft', { id: one.id }).data;
  return (
    <div className="two compose">
      <ReviewText one={one} />
      {draft === undefined ? (
        <section className="card ticket" aria-busy="true" aria-label="Goes into the ticket">
          <Skeleton height={16} width="40%" />
          <Skeleton height={32} />
          <Skeleton height={240} />
        </section>
      ) : (
        <TicketForm key={one.id} one={one} draft={draft} />
      )}
    </div>
  );
}
