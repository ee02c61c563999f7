package cn.lantai.server.bulk;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Element;
import cn.lantai.search.Facet;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.SearchResult;
import cn.lantai.search.StageIndex;
import cn.lantai.server.bulk.BulkRow.Part;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.describe.EntryWording;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.SearchRequest;
import cn.lantai.server.site.view.BulkFormView;
import cn.lantai.server.site.view.BulkListView;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Pager;
import cn.lantai.server.site.view.Text;
import cn.lantai.stage.StageKind;
import cn.lantai.table.Column;
import cn.lantai.table.Content;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.SheetEdit;
import cn.lantai.table.SheetEdit.Operation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changing all that a search finds, page by page. */
@Path("/workbench/bulk-edits")
@RequestScoped
@Requires(Permission.DESCRIBE)
public class BulkPages {

  static final String PATH = "/workbench/bulk-edits";

  private static final int SHOWN = 30;
  private static final int ROWS = 50;

  /** The fields of the form; that of the value has the name that it has in the form of an entry. */
  private static final String SEARCH = "search";

  /** What is to be done; to submit them, or else to change them. */
  private static final String ACT = "act";

  /** Each of those that are meant, by type and key. */
  private static final String CHOSEN = "chosen";

  private static final String TYPE = "kind";
  private static final String FIELD = "field";

  @Inject BulkEdits edits;
  @Inject Desk desk;
  @Inject StageStores stores;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response list() {
    return page(
        200,
        new BulkListView(
            edits.newest(SHOWN, visitor).stream().map(each -> wording().card(each)).toList()));
  }

  /** The search is the query of this address, beside what is chosen of it. */
  @GET
  @Path("new")
  public Response begin() {
    MultivaluedMap<String, String> asked = uri.getQueryParameters();
    String query =
        asked.containsKey(SEARCH)
            ? value(asked, SEARCH)
            : Optional.ofNullable(uri.getRequestUri().getRawQuery()).orElse("");
    return form(200, query, asked, Optional.empty(), List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(MultivaluedMap<String, String> form) {
    try {
      BulkOrder order = BulkOrder.asked(asked(form));
      requireSets(SearchRequest.of("", order.search()));
      List<Problem> problems = edits.problems(order, visitor.rights());
      return problems.isEmpty()
          ? to(edits.preview(order, visitor))
          : form(422, value(form, SEARCH), form, Optional.empty(), problems);
    } catch (BulkRefusedException refused) {
      return form(
          422, value(form, SEARCH), form, Optional.of(wording().text(refused.reason())), List.of());
    }
  }

  private static Map<String, String> asked(MultivaluedMap<String, String> form) {
    Map<String, String> asked = new HashMap<>();
    form.keySet().forEach(name -> asked.put(name, form.getFirst(name)));
    String type = value(form, TYPE);
    asked.put("type", type);
    asked.put(
        BulkOrder.CHOSEN,
        chosen(form).stream()
            .filter(name -> name.startsWith(type + "/"))
            .map(name -> name.substring(type.length() + 1))
            .collect(Collectors.joining(" ")));
    if (value(form, ACT).equals(BulkOrder.SUBMIT)) {
      asked.put("operation", BulkOrder.SUBMIT);
    }
    String heading = value(form, FIELD);
    asked.put(
        "value",
        value(form, "operation").equals(Operation.REPLACE.slug())
            ? value(form, "needle")
            : value(form, "f." + heading));
    return asked;
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Response show(
      @PathParam("id") long id,
      @QueryParam("show") @DefaultValue("") String shown,
      @QueryParam("page") @DefaultValue("1") String number) {
    BulkState state = find(id);
    Part part = Part.ofSlug(shown).orElseGet(() -> first(state));
    long count = state.count(part);
    int all = (int) Math.max(1, (count + ROWS - 1) / ROWS);
    int at = number.matches("[1-9]\\d{0,4}") ? Integer.parseInt(number) : 0;
    if (at < 1 || at > all) {
      throw new NotFoundException();
    }
    return page(
        200,
        wording()
            .view(
                state,
                part,
                edits.rows(state, part, (at - 1L) * ROWS, ROWS, visitor),
                new Pager(BulkEdits.path(id) + "?show=" + part.slug(), at, all, count)));
  }

  /** What there is something of, what is changed before all else. */
  private static Part first(BulkState state) {
    return EnumSet.of(Part.CHANGED, Part.REFUSED, Part.UNCHANGED).stream()
        .filter(part -> state.count(part) > 0)
        .findFirst()
        .orElse(Part.CHANGED);
  }

  /** Makes the change that was looked at, or undoes one. */
  @POST
  @Path("{id: \\d{1,18}}/next")
  public Response goOn(@PathParam("id") long id) {
    return to(edits.goOn(find(id), visitor).orElseThrow(BulkProblems::nothingToGoOnFrom));
  }

  @POST
  @Path("{id: \\d{1,18}}/cancel")
  public Response cancel(@PathParam("id") long id) {
    return to(edits.cancel(id, visitor).orElseThrow(BulkProblems::unknown));
  }

  private BulkState find(long id) {
    return edits.find(id, visitor).orElseThrow(BulkProblems::unknown);
  }

  private static List<String> chosen(MultivaluedMap<String, String> given) {
    return given.getOrDefault(CHOSEN, List.of()).stream()
        .distinct()
        .limit(BulkOrder.MOST_CHOSEN)
        .toList();
  }

  private Response form(
      int status,
      String query,
      MultivaluedMap<String, String> given,
      Optional<Text> fault,
      List<Problem> problems) {
    SearchRequest search = search(query);
    requireSets(search);
    List<String> chosen = chosen(given);
    List<BulkFormView.Choice> kinds = chosen.isEmpty() ? kinds(search) : kinds(chosen);
    String wanted = value(given, TYPE);
    EntityType type =
        EntityType.ofSegment(wanted)
            .filter(each -> !SheetEdit.columns(each).isEmpty())
            .or(() -> kinds.stream().findFirst().flatMap(kind -> EntityType.ofSegment(kind.key())))
            .orElse(EntityType.RECORD);
    Optional<Column> column = SheetEdit.column(type, value(given, FIELD));
    List<String> operations =
        column
            .map(each -> SheetEdit.operations(type, each).stream().map(Operation::slug).toList())
            .orElse(List.of());
    String operation = value(given, "operation");
    return page(
        status,
        new BulkFormView(
            value(given, ACT).equals(BulkOrder.SUBMIT),
            chosen,
            search.asQuery(),
            BulkWording.search(search.asQuery()),
            kinds.stream().mapToLong(BulkFormView.Choice::count).sum(),
            BulkOrder.MOST,
            kinds,
            type.segment(),
            fields(type),
            column.map(each -> field(type, each, given, problems)),
            operations,
            operations.contains(operation) ? operation : operations.stream().findFirst().orElse(""),
            value(given, "needle"),
            value(given, "replacement"),
            value(given, "reason"),
            edits.mayPublish(visitor),
            given.containsKey("publish"),
            fault));
  }

  private static SearchRequest search(String query) {
    try {
      return SearchRequest.of("", query);
    } catch (IllegalArgumentException broken) {
      throw new NotFoundException();
    }
  }

  private void requireSets(SearchRequest search) {
    search.sets().forEach(set -> visitor.rights().require(Permission.SEE, set));
  }

  /** What the search finds, by kind; those that a form can change, the most frequent first. */
  private List<BulkFormView.Choice> kinds(SearchRequest search) {
    StageIndex working = stores.index(StageKind.WORKING);
    try {
      SearchResult result =
          working.search(
              search.query().reaching(visitor.rights().reach()),
              stores.index(StageKind.PUBLIC).versions());
      Set<String> chosen = search.chosen(Facet.TYPE);
      return result.facets().getOrDefault(Facet.TYPE, List.of()).stream()
          .filter(value -> chosen.isEmpty() || chosen.contains(value.key()))
          .flatMap(
              value ->
                  EntityType.ofSegment(value.key())
                      .filter(type -> !SheetEdit.columns(type).isEmpty())
                      .map(
                          type ->
                              new BulkFormView.Choice(
                                  value.key(), BulkWording.kind(type), value.count()))
                      .stream())
          .toList();
    } catch (SearchRefusedException refused) {
      return List.of();
    }
  }

  /** What was chosen, as far as it may be seen. */
  private List<BulkFormView.Choice> kinds(List<String> chosen) {
    Map<EntityType, Long> counts = new EnumMap<>(EntityType.class);
    for (String name : chosen) {
      String[] parts = name.split("/", 2);
      Entities.named(parts[0], parts[parts.length - 1])
          .filter(entity -> !SheetEdit.columns(entity.type()).isEmpty())
          .filter(entity -> visitor.rights().may(Permission.SEE, entity))
          .ifPresent(entity -> counts.merge(entity.type(), 1L, Long::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<EntityType, Long>comparingByValue().reversed())
        .map(
            each ->
                new BulkFormView.Choice(
                    each.getKey().segment(), BulkWording.kind(each.getKey()), each.getValue()))
        .toList();
  }

  private List<BulkFormView.Group> fields(EntityType type) {
    Map<Text, List<BulkFormView.Option>> groups = new LinkedHashMap<>();
    BulkWording words = wording();
    for (Column column : SheetEdit.columns(type)) {
      Text group =
          column
              .element()
              .map(Element::group)
              .map(
                  each ->
                      Text.of(
                          pages.language(uri, headers).tag(),
                          each.label(pages.language(uri, headers).code())))
              .orElse(Text.zh(""));
      groups
          .computeIfAbsent(group, g -> new ArrayList<>())
          .add(new BulkFormView.Option(column.heading(), words.label(column)));
    }
    return groups.entrySet().stream()
        .map(each -> new BulkFormView.Group(each.getKey(), each.getValue()))
        .toList();
  }

  private EntryView.Field field(
      EntityType type,
      Column column,
      MultivaluedMap<String, String> given,
      List<Problem> problems) {
    String cell = Content.of(type, false, column).cell(value(given, "f." + column.heading()));
    Sheet sheet = new Sheet(new EntityIri(type, "new"), Map.of(column.heading(), cell), Map.of());
    return new EntryWording(
            pages.language(uri, headers),
            sheet,
            desk.read(sheet, visitor.rights()),
            problems,
            List.of(),
            stores.names(visitor.rights()))
        .own(column);
  }

  private static String value(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).orElse("");
  }

  private BulkWording wording() {
    return new BulkWording(pages.language(uri, headers), stores.names(visitor.rights()));
  }

  private static Response to(BulkState state) {
    return Response.seeOther(URI.create(BulkEdits.path(state.id()))).build();
  }

  private Response page(int status, PageView view) {
    return pages.own(status, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }
}
