package cn.lantai.server.problem;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What went wrong and what to do next, in both languages; written as problem JSON (RFC 9457).
 *
 * @param slug the kind of problem, the last part of its type IRI
 * @param more further members: numbers, strings, lists of strings, or whatever JSON holds
 * @param headers headers that belong to the answer, such as Retry-After
 */
public record Problem(
    int status,
    String slug,
    Message title,
    Message detail,
    Map<String, Object> more,
    Map<String, String> headers) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://w3id.org/lantai/problem#";

  public Problem {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    more = Map.copyOf(more);
    headers = Map.copyOf(headers);
  }

  public Problem(int status, String slug, Message title, Message detail) {
    this(status, slug, title, detail, Map.of(), Map.of());
  }

  public Problem with(String member, Object value) {
    Map<String, Object> members = new LinkedHashMap<>(more);
    members.put(member, value);
    return new Problem(status, slug, title, detail, members, headers);
  }

  public Problem withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(status, slug, title, detail, more, all);
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }

  /** Title and detail in one language, and both languages under "zh" and "en". */
  public String json(boolean english) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", TYPES + slug)
            .add("title", title.in(english))
            .add("status", status)
            .add("detail", detail.in(english))
            .add("zh", Json.createObjectBuilder().add("title", title.zh).add("detail", detail.zh))
            .add("en", Json.createObjectBuilder().add("title", title.en).add("detail", detail.en));
    more.forEach(
        (name, value) -> {
          if (value instanceof JsonValue structure) {
            json.add(name, structure);
          } else if (value instanceof Number number) {
            json.add(name, number.longValue());
          } else if (value instanceof List<?> list) {
            json.add(name, Json.createArrayBuilder(list));
          } else {
            json.add(name, value.toString());
          }
        });
    return json.build().toString();
  }

  /** One text in Chinese and English. */
  public record Message(String zh, String en) {

    public Message {
      Objects.requireNonNull(zh, "zh");
      Objects.requireNonNull(en, "en");
    }

    public String in(boolean english) {
      return english ? en : zh;
    }
  }
}
