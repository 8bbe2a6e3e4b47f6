import { forwardToApi } from "../../../../../forward-to-api.ts";

export { forwardToApi as POST };
