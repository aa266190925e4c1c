// Ids belong to the domain; the calls name them too.
export * from '../core/domain/ids.ts';
