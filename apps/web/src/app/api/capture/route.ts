import { forwardToApi } from "../../../forward-to-api.ts";

export { forwardToApi as OPTIONS, forwardToApi as POST };
