package cn.lantai.server.iiif;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Manifests by the IIIF Presentation API 3.0. */
@Path("iiif/manifest/{key}")
@RequestScoped
public class ManifestResource {

  private static final String MEDIA_TYPE =
      "application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"";

  @Inject GraphStore stage;
  @Inject Addresses addresses;
  @Context Request request;

  @GET
  @OpenData
  public Response manifest(@PathParam("key") String key) {
    EntityIri record =
        Entities.named(EntityType.RECORD.segment(), key)
            .orElseThrow(() -> Entities.unknown(EntityType.RECORD.segment(), key));
    EntityTag tag = new EntityTag("m" + stage.changed());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    JsonObject manifest = read(record).orElseThrow(() -> missing(record));
    return Response.ok(manifest.toString(), MEDIA_TYPE)
        .tag(tag)
        .header("Cache-Control", "no-cache")
        .build();
  }

  @OPTIONS
  @OpenData
  public Response options() {
    return Response.noContent().header("Allow", "GET, HEAD, OPTIONS").build();
  }

  private Optional<JsonObject> read(EntityIri record) {
    return stage.read(
        data -> {
          StageReader reader = new StageReader(data.getDefaultGraph(), addresses.base());
          return reader
              .record(record)
              .map(found -> new Manifest(reader, addresses, found).toJson());
        });
  }

  private RuntimeException missing(EntityIri record) {
    return stage.isGone(record)
        ? Entities.gone(record)
        : Entities.unknown(EntityType.RECORD.segment(), record.key());
  }
}
