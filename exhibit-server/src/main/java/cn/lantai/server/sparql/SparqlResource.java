package cn.lantai.server.sparql;

import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.linkeddata.OpenDataFilter;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.security.AnyoneMayPost;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The SPARQL 1.1 Protocol: queries by GET and by both kinds of POST. Without a query: the query
 * page for browsers, the service description for everyone else.
 */
@Path("sparql")
@OpenData
@AnyoneMayPost
public class SparqlResource {

  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String HTML = "html";

  private static final int DRAINED_BYTES = 1 << 20;

  /** Rows in the page; all of them are a link to CSV away. */
  private static final int PAGE_ROWS = 200;

  private SparqlService service;
  private Addresses addresses;
  private Optional<SparqlPage> page;

  /** For the container, which needs it to make a proxy. */
  public SparqlResource() {}

  @Inject
  public SparqlResource(SparqlService service, Addresses addresses, Instance<SparqlPage> page) {
    this.service = service;
    this.addresses = addresses;
    this.page = page.isResolvable() ? Optional.of(page.get()) : Optional.empty();
  }

  /** By hand, because the runtime's own answer passes by the filter that adds the headers. */
  @OPTIONS
  public Response options() {
    return Response.noContent().build();
  }

  @GET
  public Response get(
      @Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
    FormParameters parameters = new FormParameters(uri.getRequestUri().getRawQuery());
    Exchange exchange = new Exchange(parameters, uri, headers, Optional.of(request));
    return parameters.one("query").isPresent() ? answer(exchange, parameters) : describe(exchange);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response postForm(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
    requireUtf8(headers);
    FormParameters parameters = new FormParameters(FormParameters.text(read(body, 9)));
    return answer(new Exchange(parameters, uri, headers, Optional.empty()), parameters);
  }

  @POST
  @Consumes(QUERY)
  public Response postQuery(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
    requireUtf8(headers);
    FormParameters parameters = new FormParameters(uri.getRequestUri().getRawQuery());
    String query = FormParameters.text(read(body, 3));
    Exchange exchange = new Exchange(parameters, uri, headers, Optional.empty());
    requireNoDataset(parameters);
    return answer(exchange, query);
  }

  @POST
  @Consumes(UPDATE)
  public Response postUpdate() {
    throw Refusals.readOnly();
  }

  private Response answer(Exchange exchange, FormParameters parameters) {
    if (parameters.has("update")) {
      throw Refusals.readOnly();
    }
    requireNoDataset(parameters);
    String query =
        parameters
            .one("query")
            .orElseThrow(
                () -> Refusals.badRequest("缺少参数 query。", "The parameter query is missing."));
    return answer(exchange, query);
  }

  private Response answer(Exchange exchange, String text) {
    if (wantsPage(exchange)) {
      return page(exchange, text);
    }
    SparqlService.Prepared prepared = service.prepare(text);
    ResultFormat format = format(exchange, prepared);
    Optional<EntityTag> tag = prepared.tag(format).map(value -> new EntityTag(value, true));
    Response.ResponseBuilder notModified =
        exchange.request.isPresent() && tag.isPresent()
            ? exchange.request.get().evaluatePreconditions(tag.get())
            : null;
    if (notModified != null) {
      return headed(notModified, tag).build();
    }
    SparqlResult result = service.execute(prepared, format);
    Response.ResponseBuilder answer =
        Response.ok(result.body()).header(HttpHeaders.CONTENT_TYPE, format.contentType());
    result.cutOff().ifPresent(reason -> answer.header(OpenDataFilter.CUT_OFF, reason));
    return headed(answer, result.tag().map(value -> new EntityTag(value, true))).build();
  }

  private static Response.ResponseBuilder headed(
      Response.ResponseBuilder answer, Optional<EntityTag> tag) {
    tag.ifPresent(answer::tag);
    return answer
        .header(HttpHeaders.CACHE_CONTROL, tag.isPresent() ? "no-cache" : "no-store")
        .header(HttpHeaders.VARY, "Accept");
  }

  private static ResultFormat format(Exchange exchange, SparqlService.Prepared prepared) {
    Optional<String> named = exchange.format();
    List<String> available =
        ResultFormat.of(prepared.query()).stream()
            .map(format -> format.parameter() + " (" + format.mediaType() + ")")
            .toList();
    return named
        .map(name -> ResultFormat.named(name, prepared.query()))
        .orElseGet(
            () -> Negotiation.choose(exchange.accept(), ResultFormat.offers(prepared.query())))
        .orElseThrow(() -> Refusals.notAcceptable(available));
  }

  /** A format by name wins; else whether the client would rather have a page than a result. */
  private boolean wantsPage(Exchange exchange) {
    if (page.isEmpty()) {
      return false;
    }
    if (exchange.format().isPresent()) {
      return exchange.format().get().equals(HTML);
    }
    List<Negotiation.Offer<Boolean>> offers = new ArrayList<>();
    for (ResultFormat format : ResultFormat.values()) {
      offers.add(new Negotiation.Offer<>(format.mediaType(), false));
    }
    offers.add(new Negotiation.Offer<>(MediaType.APPLICATION_JSON, false));
    offers.add(new Negotiation.Offer<>(MediaType.TEXT_HTML, true));
    return Negotiation.choose(exchange.accept(), offers).orElse(false);
  }

  private Response page(Exchange exchange, String text) {
    Optional<ResultTable> table = Optional.empty();
    Optional<Problem> problem = Optional.empty();
    if (!text.isBlank()) {
      try {
        table = Optional.of(service.table(text, PAGE_ROWS));
      } catch (ProblemException e) {
        problem = Optional.of(e.problem());
      }
    }
    SparqlPage.View view =
        new SparqlPage.View(
            text, table, problem, ExampleQuery.all(addresses.base()), service.limits());
    return page.orElseThrow().show(view, exchange.headers, exchange.uri);
  }

  private Response describe(Exchange exchange) {
    if (exchange.parameters.has("update")) {
      throw Refusals.readOnly();
    }
    if (wantsPage(exchange)) {
      return page(exchange, "");
    }
    List<Negotiation.Offer<RdfSyntax>> offers = new ArrayList<>();
    for (RdfSyntax syntax : RdfSyntax.values()) {
      syntax.mediaTypes().forEach(type -> offers.add(new Negotiation.Offer<>(type, syntax)));
    }
    RdfSyntax syntax =
        Negotiation.choose(exchange.accept(), offers)
            .orElseThrow(
                () -> Refusals.badRequest("缺少参数 query。", "The parameter query is missing."));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    syntax.write(ServiceDescription.of(addresses.sparql(), service.limits()), out);
    return Response.ok(out.toByteArray())
        .header(HttpHeaders.CONTENT_TYPE, syntax.contentType())
        .header(HttpHeaders.VARY, "Accept")
        .build();
  }

  private static void requireNoDataset(FormParameters parameters) {
    if (parameters.has("default-graph-uri") || parameters.has("named-graph-uri")) {
      throw Refusals.notAllowed(
          400,
          "不支持 default-graph-uri 与 named-graph-uri：只查询公开数据的默认图。",
          "default-graph-uri and named-graph-uri are not supported: queries see the default graph"
              + " of the public data.");
    }
  }

  private static void requireUtf8(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
      throw Refusals.badRequest("查询必须是 UTF-8 编码。", "A query must be encoded in UTF-8.");
    }
  }

  /** Not more than a query of the longest length can have in this encoding. */
  private byte[] read(InputStream body, int bytesOfACharacter) {
    int limit = service.limits().queryLength() * bytesOfACharacter + 1024;
    try {
      byte[] bytes = body.readNBytes(limit + 1);
      if (bytes.length > limit) {
        // Who is still sending would see a broken connection in the place of the answer.
        body.readNBytes(DRAINED_BYTES);
        throw Refusals.queryTooLong(service.limits().queryLength());
      }
      return bytes;
    } catch (IOException e) {
      throw Refusals.badRequest("查询未能读完。", "The query broke off.");
    }
  }

  private record Exchange(
      FormParameters parameters, UriInfo uri, HttpHeaders headers, Optional<Request> request) {

    String accept() {
      return Negotiation.header(headers, HttpHeaders.ACCEPT);
    }

    Optional<String> format() {
      return parameters.one("format").filter(name -> !name.isBlank());
    }
  }
}
