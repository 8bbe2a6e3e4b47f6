import { forwardToApi } from "../../../../forward-to-api.ts";

export { forwardToApi as GET, forwardToApi as POST };
