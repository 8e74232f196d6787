import { implement, type Router as RouterOf, type UnlaziedRouter } from '@orpc/server';
import { type Contract, contract } from '../../contract/index.ts';
import { asAnswer } from '../answers.ts';
import type { Chooser } from '../files/chooser.ts';
import type { Grants } from '../files/grants.ts';
import type { Session } from '../session.ts';

/** What the answers are made from. */
export interface RouterParts {
  readonly session: Session;
  readonly grants: Grants;
  readonly chooser: Chooser;
}

/** The contract as it is answered; written out, since what TypeScript would infer is too long for it to keep. */
export type Router = UnlaziedRouter<RouterOf<Contract, Record<never, never>>>;

/** What implements procedures. */
export type Implementer = ReturnType<typeof implement<Contract>>;

/** Makes the implementer of the contract; what fails leaves as one of the contract's errors. */
export function createImplementer(): Implementer {
  return implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw asAnswer(error);
    }
  }) as Implementer;
}
