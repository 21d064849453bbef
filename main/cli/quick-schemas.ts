// Before the schemas are made: a command checks a design once or twice, and would wait longer for zod to compile its checks
// than they take uncompiled. The build puts this beside zod, so it holds for everything on the Node side.
import { z } from 'zod';

z.config({ jitless: true });
