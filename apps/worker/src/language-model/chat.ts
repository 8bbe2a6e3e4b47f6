/** A question in the shape of OpenAI's chat completions, which Ollama, llama.cpp, vLLM and others answer, too. */
export type ChatRequest = {
  model: string;
  messages: { role: "system" | "user"; content: string }[];
  response_format: { type: "json_schema"; json_schema: { name: string; strict: true; schema: object } };
  temperature: number;
  max_tokens: number;
};

export type ChatAnswer = { content: string; tokens: number };

/** Asks once. Throws a {@link ModelFault} for whatever is no answer. */
export type Chat = (request: ChatRequest, signal: AbortSignal) => Promise<ChatAnswer>;

/** The model did not answer, or not in its protocol. */
export class ModelFault extends Error {
  override name = "ModelFault";
}
