package cn.lantai.server.api;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A JSON object as the body of a small request, or of an answer that is for one person. */
public final class JsonBody {

  private static final int LARGEST = 64 << 10;

  private JsonBody() {}

  /** A {@link ProblemException} with status 400 if it is longer than 64 KiB, or no object. */
  public static JsonObject read(InputStream body) throws IOException {
    return read(body, LARGEST);
  }

  /**
   * The same for what may be longer.
   *
   * @param largest in bytes
   */
  public static JsonObject read(InputStream body, int largest) throws IOException {
    byte[] bytes = body.readNBytes(largest + 1);
    if (bytes.length > largest) {
      throw unreadable("请求太长。", "The request is too long.");
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException broken) {
      throw unreadable("不是 JSON 对象。", "This is no JSON object.");
    }
  }

  /** Empty if it is not there, or no text. */
  public static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  public static Response answer(Response.ResponseBuilder answer, JsonObjectBuilder json) {
    return answer
        .entity(json.build().toString())
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private static ProblemException unreadable(String zh, String en) {
    return new Problem(
            400, "json", new Message("请求读不懂", "The request cannot be read"), new Message(zh, en))
        .exception();
  }
}
