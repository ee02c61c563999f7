package cn.lantai.server.opening;

import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.opening.OpeningCounts.Counts;
import cn.lantai.server.opening.OpeningCounts.Line;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** How opening reviews go, by fonds and the year in which records came due. */
@Path("api/opening-statistics")
@RequestScoped
@Requires(Permission.SEE)
public class OpeningStatisticsResource {

  private static final int LARGEST_PAGE = 1000;

  @Inject OpeningCounts counts;
  @Inject Addresses addresses;

  /**
   * @param fonds the key of a fonds; empty for all within reach
   * @param first how many rows are passed over
   */
  @GET
  public Response list(
      @QueryParam("fonds") @DefaultValue("") String fonds,
      @QueryParam("first") @DefaultValue("0") int first,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    List<Line> lines =
        counts.lines().stream()
            .filter(line -> fonds.isEmpty() || line.fonds().iri().key().equals(fonds))
            .toList();
    int from = Math.min(Math.max(0, first), lines.size());
    int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
    int to = Math.min(from + size, lines.size());
    JsonArrayBuilder rows = Json.createArrayBuilder();
    lines.subList(from, to).forEach(line -> rows.add(json(line)));
    JsonObjectBuilder answer =
        Json.createObjectBuilder().add("total", json(OpeningCounts.total(lines))).add("rows", rows);
    if (to < lines.size()) {
      answer.add(
          "next",
          "%sapi/opening-statistics?fonds=%s&first=%d&limit=%d"
              .formatted(addresses.base(), fonds, to, size));
    }
    return JsonBody.answer(Response.ok(), answer);
  }

  private static JsonObjectBuilder json(Line line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("fonds", line.fonds().iri().key())
            .add("title", line.fonds().title().zh());
    if (line.counts().year() != 0) {
      json.add("year", line.counts().year());
    }
    return json.addAll(json(line.counts()));
  }

  private static JsonObjectBuilder json(Counts counts) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("due", counts.due())
            .add("reviewed", counts.reviewed())
            .add("proposedOpen", counts.proposedOpen())
            .add("decidedOpen", counts.decidedOpen());
    counts.share().ifPresent(share -> json.add("percentOpen", share));
    return json;
  }
}
