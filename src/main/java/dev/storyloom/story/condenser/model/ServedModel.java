package dev.storyloom.story.condenser.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** A model behind an OpenAI-compatible server or Ollama, through LangChain4j: no tools, no memory, no retries of its own. */
public final class ServedModel implements LanguageModel {

    private final ModelSettings settings;
    private final ChatModel chat;

    public ServedModel(ModelSettings settings) {
        this.settings = settings;
        this.chat = switch (settings.kind()) {
            case OPENAI -> OpenAiChatModel.builder().httpClientBuilder(new BoundedHttpClient.Builder())
                    .baseUrl(settings.url().toString()).apiKey(settings.key().isEmpty() ? "none" : settings.key())
                    .modelName(settings.name()).temperature(0.0).timeout(settings.timeout()).maxRetries(0)
                    .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA).strictJsonSchema(true).build();
            case OLLAMA -> OllamaChatModel.builder().httpClientBuilder(new BoundedHttpClient.Builder())
                    .baseUrl(settings.url().toString()).modelName(settings.name()).temperature(0.0)
                    .timeout(settings.timeout()).maxRetries(0)
                    .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA).build();
        };
    }

    @Override
    public String answer(Question question) {
        var format = ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(Question.schema()).build();
        String text = chat.chat(ChatRequest.builder()
                .messages(SystemMessage.from(Question.RULES), UserMessage.from(question.text()))
                .responseFormat(format).build()).aiMessage().text();
        return text == null ? "" : text;
    }

    @Override
    public String address() {
        return settings.url().getHost();
    }
}
