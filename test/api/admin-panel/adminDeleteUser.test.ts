import { expectNotImplemented } from '#test/support/not-implemented.ts';

expectNotImplemented('adminDeleteUser');
