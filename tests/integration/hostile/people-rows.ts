import { db } from "@/lib/server/db/client";
import { listPeople } from "@/lib/server/people/queries";
import { listTokens } from "@/lib/server/tokens/queries";
import { admin } from "@/tests/support/pushes";
import { pathOnly, type Row } from "./row";
import { fresh, password } from "./world";

const other = () => ({ id: "user-other" });
const people = () => listPeople(admin);
/** A wrong password counts, and after a few of them nobody would look at the next one. */
const forgive = () => db().loginThrottle.deleteMany();

/** Passwords are kept as hashes, so that nothing of what was sent can be found again. */
export const peopleRows: Record<string, Row> = {
  "POST /api/v1/sessions": {
    valid: [{ status: 201, body: () => ({ username: "second", password }) }],
    kept: null,
    before: forgive,
  },
  "DELETE /api/v1/sessions/[id]": pathOnly,
  "POST /api/v1/sessions/password-check": {
    valid: [{ status: 204, body: () => ({ password }) }],
    kept: null,
    before: forgive,
  },
  "PUT /api/v1/password": {
    // The rules of new passwords have tests of their own; one that is taken ends the session that asks.
    valid: [{ status: 403, body: () => ({ current: "wrong", password: "amber-lantern-42-dunes" }) }],
    kept: null,
    before: forgive,
  },
  "POST /api/v1/setup": {
    valid: [{ status: 409, body: () => ({ token: "token", username: "late", password }) }],
    kept: null,
  },
  "POST /api/v1/people": {
    valid: [
      {
        status: 201,
        body: () => ({ username: fresh("p"), displayName: fresh("P"), role: "viewer" }),
      },
    ],
    kept: people,
    changed: { displayName: "without one the user name is shown" },
  },
  "DELETE /api/v1/people/[id]": pathOnly,
  "PUT /api/v1/people/[id]/disabled": {
    params: other,
    valid: [{ status: 204, body: () => ({ disabled: false }) }],
    kept: null,
  },
  "POST /api/v1/people/[id]/password": pathOnly,
  "PUT /api/v1/people/[id]/role": {
    params: other,
    valid: [{ status: 204, body: () => ({ role: "viewer" }) }],
    kept: null,
  },
  "POST /api/v1/tokens": {
    valid: [{ status: 201, body: () => ({ name: fresh("t"), scopes: ["read"], days: 1 }) }],
    kept: () => listTokens(admin),
    // One typed password makes one token.
    before: () => db().session.updateMany({ data: { passwordCheckedAt: new Date() } }),
  },
  "DELETE /api/v1/tokens/[id]": pathOnly,
  "GET /api/v1/audit/export": {
    valid: [
      {
        status: 200,
        query: {
          ...{ format: "csv", actor: "admin", action: "pushes", target: "t" },
          ...{ from: "2026-01-01", to: "2026-12-31", result: "refused" },
        },
      },
    ],
    kept: null,
  },
};
