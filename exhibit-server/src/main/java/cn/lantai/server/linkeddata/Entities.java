package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The problems that a request for an entity can meet. */
public final class Entities {

  private Entities() {}

  /** The entity that two segments of an address name; empty if they cannot name one. */
  public static Optional<EntityIri> named(String type, String key) {
    if (!EntityIri.isKey(key)) {
      return Optional.empty();
    }
    return EntityType.ofSegment(type).map(known -> new EntityIri(known, key));
  }

  public static ProblemException unknown(String type, String key) {
    String name = type + "/" + key;
    return new Problem(
            404,
            "unknown-entity",
            new Problem.Message("没有这个条目", "There is no such thing"),
            new Problem.Message(
                "公开数据里没有 " + name + "。请核对地址，或从首页检索。",
                "Nothing public is named "
                    + name
                    + ". Check the address, or search from the home page."))
        .exception();
  }

  public static ProblemException gone(EntityIri entity) {
    return new Problem(
            410,
            "withdrawn",
            new Problem.Message("此条目已撤下", "This was withdrawn"),
            new Problem.Message(
                "它曾经公开，现已撤下，这个标识不会再作他用。",
                "It was public once and was withdrawn; its identifier will not be reused."))
        .with("entity", entity.type().segment() + "/" + entity.key())
        .exception();
  }

  /** For good: two descriptions of one thing became one. */
  public static Response moved(String address) {
    return Response.status(Response.Status.MOVED_PERMANENTLY)
        .location(URI.create(address))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  public static ProblemException notAcceptable(List<String> alternatives) {
    return new Problem(
            406,
            "not-acceptable",
            new Problem.Message("没有所求的格式", "Not available in that format"),
            new Problem.Message(
                "可用的格式：" + String.join("、", alternatives),
                "Available: " + String.join(", ", alternatives)))
        .with("available", alternatives)
        .exception();
  }

  /** Throws the proper problem unless the entity is in public. */
  static void requirePublic(EntityData data, EntityIri entity) {
    switch (data.presence(entity)) {
      case PUBLIC -> {}
      case GONE -> throw gone(entity);
      case UNKNOWN -> throw unknown(entity.type().segment(), entity.key());
    }
  }
}
