// The page's policy forbids code made from strings, which zod would otherwise try. Import this before any schema is
// made.
import { z } from 'zod';

z.config({ jitless: true });
