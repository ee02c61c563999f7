package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.iiif.presentation.PresentationAddress.Kind;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.linkeddata.EntityData;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Manifests, collections, canvases and their transcripts in version 3, and in version 2.1 for who
 * asks for it by {@code Accept} or at the address below {@code iiif/presentation/2/}.
 */
@Path("iiif/{path: (presentation/2/)?(manifest|collection|list|canvas)(/.*)?}")
@RequestScoped
public class PresentationResource {

  @Inject Documents documents;
  @Inject EntityData data;
  @Inject Addresses addresses;
  @Context Request request;
  @Context HttpHeaders headers;

  @GET
  @OpenData
  public Response get(@PathParam("path") @Encoded String path, @QueryParam("page") String page) {
    PresentationAddress asked =
        PresentationAddress.parse(path, addresses).orElseThrow(() -> nothing(path));
    OptionalLong number = page(page, asked, path);
    Optional<EntityIri> successor = asked.thing().flatMap(data::successor);
    if (successor.isPresent()) {
      return Entities.moved(
          asked.of(successor.get(), addresses).orElseGet(() -> addresses.page(successor.get())));
    }
    String accept = Negotiation.header(headers, HttpHeaders.ACCEPT);
    boolean second = asked.second() || PresentationType.asksForVersion2(accept);
    Documents.Document document =
        documents.get(asked, number, second).orElseThrow(() -> missing(asked, path));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(document.tag());
    String context = second ? Presentation2.CONTEXT : Contexts.PRESENTATION;
    Response.ResponseBuilder answer =
        unchanged != null
            ? unchanged
            : Response.ok(document.json(), PresentationType.contentType(accept, context));
    String query = number.isPresent() ? "?page=" + number.getAsLong() : "";
    String here = addresses.base() + "iiif/" + asked.path() + query;
    return answer
        .tag(document.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, "Accept")
        .header(HttpHeaders.CONTENT_LOCATION, second ? addresses.inVersion2(here) : here)
        .build();
  }

  @OPTIONS
  @OpenData
  public Response options() {
    return Response.noContent().header("Allow", "GET, HEAD, OPTIONS").build();
  }

  private OptionalLong page(String page, PresentationAddress asked, String path) {
    if (page == null) {
      return OptionalLong.empty();
    }
    boolean paged = asked.kind() == Kind.COLLECTION || asked.kind() == Kind.LIST;
    if (!paged || !page.matches("[1-9]\\d{0,7}")) {
      throw nothing(path);
    }
    return OptionalLong.of(Long.parseLong(page));
  }

  private RuntimeException missing(PresentationAddress asked, String path) {
    Optional<EntityIri> thing = asked.thing();
    if (thing.isEmpty()) {
      return nothing(path);
    }
    return switch (data.presence(thing.get())) {
      case GONE -> Entities.gone(thing.get());
      case UNKNOWN -> Entities.unknown(thing.get().type().segment(), thing.get().key());
      case PUBLIC -> nothing(path);
    };
  }

  private static RuntimeException nothing(String path) {
    return new Problem(
            404,
            "no-iiif-document",
            new Problem.Message("这里没有 IIIF 文档", "There is no IIIF document here"),
            new Problem.Message(
                "没有 iiif/"
                    + path
                    + "。记录和专题有 manifest，全宗、类别、案卷、人物、主题有 collection；从 iiif/collection 起可以找到全部。",
                "There is no iiif/"
                    + path
                    + ". Records and selections have a manifest; fonds, series, files, people and"
                    + " themes a collection. iiif/collection leads to all of them."))
        .exception();
  }
}
