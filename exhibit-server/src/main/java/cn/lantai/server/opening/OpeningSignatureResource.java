package cn.lantai.server.opening;

import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first signature on several records at once. */
@Path("api/opening-signatures")
@RequestScoped
@Requires(Permission.REVIEW)
public class OpeningSignatureResource {

  @Inject OpeningDesk desk;
  @Inject Addresses addresses;

  /**
   * Opens what nothing speaks against, all or none: {@code {"records": [{"record": "r001", "etag":
   * "\"…\""}]}}, each with the ETag that came with it.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response sign(InputStream body) throws IOException {
    Map<String, String> marks = marks(JsonBody.read(body));
    try {
      JsonArrayBuilder signed = Json.createArrayBuilder();
      OpeningJson json = new OpeningJson(addresses.base());
      desk.signTogether(marks).forEach(opening -> signed.add(json.of(opening)));
      return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("openings", signed));
    } catch (OpeningRefusedException refused) {
      throw OpeningProblems.of(refused, 412);
    }
  }

  private static Map<String, String> marks(JsonObject asked) {
    List<JsonValue> given = asked.get("records") instanceof JsonArray list ? list : List.of();
    Map<String, String> marks = new HashMap<>();
    for (JsonValue each : given) {
      JsonObject one = each instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
      String record = JsonBody.text(one, "record");
      if (record.isEmpty()) {
        throw OpeningProblems.field(
            "records",
            "records 的每一项有 record（键）和 etag。",
            "Each of the records has a record, which is its key, and an etag.");
      }
      marks.put(record, OpeningTag.read(JsonBody.text(one, "etag")).mark());
    }
    return marks;
  }
}
