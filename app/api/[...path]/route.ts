import { AppError } from "@/lib/domain/errors";
import { route } from "@/lib/server/http/handler";

// Addresses that do not exist answer like those that do: who is not logged in learns nothing about them.
const nowhere = route({
  permission: "read",
  handle: () => Promise.reject(new AppError("not-found", "addressUnknown")),
});

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
