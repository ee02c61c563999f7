package cn.lantai.server.describe;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.NotOpenException;
import cn.lantai.curation.ProfileViolationException;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.SourceKeys;
import cn.lantai.journal.Action;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.review.Publishings;
import cn.lantai.server.review.ReviewDesk;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Publishing;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.Text;
import cn.lantai.stage.StageKind;
import cn.lantai.table.Sheet;
import cn.lantai.table.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms in which things are described, one after the other. */
@Path("/workbench/entries/{type}")
@RequestScoped
@Requires(Permission.SEE)
public class EntryPages {

  private static final int HISTORY = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The fields beside those of the sheet. */
  private static final String BASE = "base";

  private static final String NEW_KEY = "key";
  private static final String FROM = "from";
  private static final String TEMPLATE = "template";
  private static final String REASON = "reason";

  @Inject Desk desk;
  @Inject Journal journal;
  @Inject Curation curation;
  @Inject StageStores stores;
  @Inject Visitor visitor;
  @Inject Leaves leaves;
  @Inject OriginalPlayers players;
  @Inject Templates templates;
  @Inject ReviewDesk reviews;
  @Inject Publishings publishings;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("type")
  String type;

  /**
   * An empty form, or one filled in from another by {@code ?from=}; what the address says is filled
   * in, such as {@code ?上级=x001}.
   */
  @GET
  @Requires(Permission.DESCRIBE)
  public Response begin() {
    EntityIri placeholder = Templates.placeholder(begun());
    Sheet given = EntryFields.sheet(placeholder, EntryFields.given(uri.getQueryParameters()));
    String from = value(uri.getQueryParameters(), FROM);
    Sheet sheet =
        from.isEmpty()
            ? template(placeholder).map(template -> merged(template, given)).orElse(given)
            : copy(entity(from), given);
    return page(
        200, sheet, 0, new Shown(desk.read(sheet, visitor.rights()), uri.getQueryParameters()));
  }

  private Optional<Sheet> template(EntityIri placeholder) {
    long id = number(value(uri.getQueryParameters(), TEMPLATE));
    return visitor
        .account()
        .flatMap(account -> templates.find(account, id))
        .map(Templates.Whole::sheet)
        .filter(sheet -> sheet.entity().equals(placeholder));
  }

  /** Keeps what is in the form as a template, for whoever is asking. */
  @POST
  @Path("~templates")
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keepTemplate(MultivaluedMap<String, String> form) {
    Sheet sheet = EntryFields.sheet(Templates.placeholder(begun()), form);
    try {
      long kept = templates.keep(account(), value(form, TEMPLATE).strip(), sheet);
      return seeOther("/workbench/entries/" + type + "?" + TEMPLATE + "=" + kept);
    } catch (TemplateRefusedException refused) {
      throw TemplateProblems.onThePage(refused);
    }
  }

  @POST
  @Path("~templates/{id: \\d{1,18}}/end")
  @Requires(Permission.DESCRIBE)
  public Response removeTemplate(@PathParam("id") long id) {
    begun();
    templates.remove(account(), id);
    return seeOther("/workbench/entries/" + type);
  }

  /** Who has the data folder has no templates. */
  private String account() {
    return visitor.account().orElseThrow(NotAllowedException::new);
  }

  /** All but the reference code, which is nobody else's; what is given goes before. */
  private Sheet copy(EntityIri source, Sheet given) {
    EntityState state = known(source, Permission.SEE);
    Sheet sheet =
        desk.sheet(journal.version(state.current())).orElseThrow(EntryPages::beyondTheForm);
    Map<String, String> own = new HashMap<>(sheet.own());
    own.remove(Tables.CODE);
    return merged(new Sheet(given.entity(), own, sheet.parts()), given);
  }

  private static Sheet merged(Sheet sheet, Sheet given) {
    Map<String, String> own = new HashMap<>(sheet.own());
    own.putAll(given.own());
    return new Sheet(given.entity(), own, sheet.parts());
  }

  @POST
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> form) {
    String wanted = value(form, NEW_KEY).strip().toLowerCase(Locale.ROOT);
    if (!wanted.isEmpty() && !EntityIri.isKey(wanted)) {
      Sheet sheet = EntryFields.sheet(Templates.placeholder(begun()), form);
      return page(
          422,
          sheet,
          0,
          new Shown(desk.read(sheet, visitor.rights()), form)
              .with(
                  LocalizedText.of(
                      "键“" + wanted + "”不合用：只用小写字母、数字、点、连字符和下划线",
                      "“" + wanted + "” is no key: use lower-case letters, digits, . - and _")));
    }
    EntityIri entity = new EntityIri(begun(), wanted.isEmpty() ? key(form) : wanted);
    return save(entity, 0, form);
  }

  @GET
  @Path("{key}")
  public Response show(@PathParam("key") String key) {
    EntityIri entity = entity(key);
    EntityState state = known(entity, Permission.SEE);
    Sheet sheet =
        desk.sheet(journal.version(state.current())).orElseThrow(EntryPages::beyondTheForm);
    Shown shown = new Shown(desk.read(sheet, visitor.rights()), uri.getQueryParameters());
    shown.saved = uri.getQueryParameters().containsKey("saved");
    return page(200, sheet, state.current(), shown);
  }

  @POST
  @Path("{key}")
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@PathParam("key") String key, MultivaluedMap<String, String> form) {
    EntityIri entity = entity(key);
    known(entity, Permission.DESCRIBE);
    return save(entity, base(form), form);
  }

  private Response save(EntityIri entity, long base, MultivaluedMap<String, String> form) {
    Sheet sheet = EntryFields.sheet(entity, form);
    String reason = value(form, REASON).strip();
    if (reason.length() > Draft.MAX_REASON) {
      return page(
          422,
          sheet,
          base,
          new Shown(desk.read(sheet, visitor.rights()), form)
              .with(
                  LocalizedText.of(
                      "修改说明超过 " + Draft.MAX_REASON + " 字，请写短一些",
                      "The note on the change has more than " + Draft.MAX_REASON + " characters")));
    }
    Desk.Outcome outcome = desk.save(sheet, base, new Author(user(), reason), visitor.rights());
    if (outcome instanceof Desk.BeyondTheForm) {
      throw beyondTheForm();
    }
    if (outcome instanceof Desk.Taken) {
      return page(
          409,
          sheet,
          0,
          new Shown(desk.read(sheet, visitor.rights()), form)
              .with(
                  LocalizedText.of(
                      "键“" + entity.key() + "”已属于另一条，请换一个，或留空自动编",
                      "The key “"
                          + entity.key()
                          + "” belongs to something else; choose another, or leave it empty")));
    }
    if (outcome instanceof Desk.Faulty faulty) {
      Shown shown = new Shown(faulty.reading(), form);
      shown.problems = faulty.reading().problems();
      faulty.violations().forEach(shown::with);
      return page(422, sheet, base, shown);
    }
    if (outcome instanceof Desk.Overtaken overtaken) {
      Shown shown = new Shown(desk.read(overtaken.merge().merged(), visitor.rights()), form);
      shown.overtaken = Optional.of(overtaken);
      return page(409, overtaken.merge().merged(), overtaken.current(), shown);
    }
    return seeOther(Addresses.formPath(entity) + "?saved");
  }

  /** Publishes the newest version, or withdraws what is public. */
  @POST
  @Path("{key}/publication")
  @Requires(Permission.PUBLISH)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(@PathParam("key") String key, MultivaluedMap<String, String> form) {
    EntityIri entity = entity(key);
    known(entity, Permission.PUBLISH);
    if (value(form, "to").equals("withdrawn")) {
      reviews.withdraw(entity, value(form, REASON));
    } else {
      reviews.requireDirect();
      try {
        curation.publish(List.of(entity), new Author(user(), ""));
      } catch (NotOpenException closed) {
        throw notOpen();
      }
    }
    return seeOther(Addresses.formPath(entity));
  }

  /** Saves an earlier version as the newest one. */
  @POST
  @Path("{key}/restoration")
  @Requires(Permission.DESCRIBE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response restore(@PathParam("key") String key, MultivaluedMap<String, String> form) {
    EntityIri entity = entity(key);
    long row = number(value(form, "version"));
    known(entity, Permission.DESCRIBE);
    EntityGraph version =
        curation.version(entity, row).orElseThrow(() -> Entities.unknown(type, key));
    visitor.rights().require(Permission.DESCRIBE, version);
    try {
      curation.save(version, base(form), new Author(user(), "恢复第 " + row + " 条"));
    } catch (EditConflictException overtaken) {
      throw changedMeanwhile();
    } catch (ProfileViolationException refused) {
      throw noLongerFits(visitor.rights().violations(refused));
    }
    return seeOther(Addresses.formPath(entity) + "?saved");
  }

  /** What a form shows beside the sheet. */
  private static final class Shown {

    private final Sheet.Reading reading;
    private final String key;
    private List<cn.lantai.table.Problem> problems = List.of();
    private final List<LocalizedText> faults = new ArrayList<>();
    private Optional<Desk.Overtaken> overtaken = Optional.empty();
    private boolean saved;

    /**
     * @param form the fields beside those of the sheet
     */
    Shown(Sheet.Reading reading, MultivaluedMap<String, String> form) {
      this.reading = reading;
      this.key = value(form, NEW_KEY);
    }

    Shown with(LocalizedText fault) {
      faults.add(fault);
      return this;
    }
  }

  private Response page(int status, Sheet sheet, long base, Shown shown) {
    EntityIri entity = sheet.entity();
    StageIndex working = stores.index(StageKind.WORKING);
    EntryWording wording =
        new EntryWording(
            pages.language(uri, headers),
            sheet,
            shown.reading,
            shown.problems,
            shown.overtaken.map(each -> each.merge().collisions()).orElse(List.of()),
            stores.names(visitor.rights()));
    Optional<EntityState> state = base == 0 ? Optional.empty() : journal.state(entity);
    List<Text> faults = new ArrayList<>(shown.faults.stream().map(wording::text).toList());
    faults.addAll(wording.faults());
    EntryView view =
        new EntryView(
            state.flatMap(known -> working.summary(entity)).map(Summary::title).map(wording::text),
            type,
            base == 0 ? Optional.empty() : Optional.of(entity.key()),
            shown.key,
            base,
            state.map(EntryPages::state).orElse(EntryView.EntryState.NEW),
            shown.saved,
            faults,
            shown.overtaken.map(
                each ->
                    new EntryView.Overtaken(
                        each.agent(), each.merge().theirs().stream().map(wording::field).toList())),
            base == 0 || visitor.rights().may(Permission.DESCRIBE, entity),
            state
                .map(known -> publishings.of(entity, known, state(known)))
                .orElse(Publishing.NOTHING),
            wording.groups(),
            wording.parts(),
            state.map(known -> history(entity, known)).orElse(List.of()),
            state.filter(EntityState::isPublic).map(known -> "/id/" + type + "/" + entity.key()),
            base == 0 ? Optional.empty() : leaves.beside(sheet, visitor.rights(), wording::text),
            base == 0 ? Optional.empty() : players.beside(entity, visitor.rights(), wording),
            base == 0 ? templates() : List.of());
    return pages.own(status, view, uri, headers, Optional.of(user()), csrf.token(request));
  }

  private List<EntryView.Template> templates() {
    String wanted = value(uri.getQueryParameters(), TEMPLATE);
    return visitor.account().stream()
        .flatMap(account -> templates.of(account).stream())
        .filter(each -> each.type() == begun())
        .map(
            each ->
                new EntryView.Template(
                    each.id(), each.name(), each.level(), wanted.equals(Long.toString(each.id()))))
        .toList();
  }

  private static EntryView.EntryState state(EntityState state) {
    if (state.isPublic()) {
      return state.published() == state.current()
          ? EntryView.EntryState.PUBLIC
          : EntryView.EntryState.CHANGED;
    }
    return state.withdrawn() ? EntryView.EntryState.WITHDRAWN : EntryView.EntryState.NOT_PUBLIC;
  }

  private List<EntryView.Version> history(EntityIri entity, EntityState state) {
    return journal.history(entity, HISTORY).stream()
        .map(
            row ->
                new EntryView.Version(
                    row.sequence(),
                    row.at(),
                    row.agent(),
                    row.reason(),
                    action(row),
                    row.action() == Action.PUT && row.sequence() != state.current()))
        .toList();
  }

  private static StateView.Action action(Entry row) {
    return switch (row.action()) {
      case PUT -> row.replaces() == 0 ? StateView.Action.CREATED : StateView.Action.CHANGED;
      case PUBLISH -> StateView.Action.PUBLISHED;
      case WITHDRAW -> StateView.Action.WITHDRAWN;
    };
  }

  /** A key that shows the reference code where there is one; never one that exists. */
  private String key(MultivaluedMap<String, String> form) {
    String code = value(form, "f.档号").strip();
    String begin = code.isEmpty() ? type.substring(0, 1) : SourceKeys.of(code);
    String key = code.isEmpty() ? begin + "-" + random() : begin;
    while (journal.state(new EntityIri(begun(), key)).isPresent()) {
      key = begin + "-" + random();
    }
    return key;
  }

  private static String random() {
    byte[] bytes = new byte[5];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private EntityType begun() {
    return EntityType.ofSegment(type)
        .filter(Sheet::mayBegin)
        .orElseThrow(() -> Entities.unknown(type, ""));
  }

  private EntityIri entity(String key) {
    return Entities.named(type, key)
        .filter(entity -> Sheet.TYPES.contains(entity.type()))
        .orElseThrow(() -> Entities.unknown(type, key));
  }

  /** What may not be seen is answered as what is not there. */
  private EntityState known(EntityIri entity, Permission permission) {
    EntityState state =
        journal.state(entity).orElseThrow(() -> Entities.unknown(type, entity.key()));
    try {
      visitor.rights().require(permission, entity);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, entity.key());
    }
    return state;
  }

  private static long base(Map<String, List<String>> form) {
    return number(form.getOrDefault(BASE, List.of("")).get(0));
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static String value(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private String user() {
    return visitor.name();
  }

  private static Response seeOther(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private static ProblemException beyondTheForm() {
    return new Problem(
            409,
            "beyond-the-form",
            new Message("这一条的内容超出表单", "This description holds more than the form can"),
            new Message(
                "它有表单改不了的部分，或已并入另一条。请用 /api/entities 或 RDF 导入来修改。",
                "It has parts that the form cannot change, or was merged into another. Edit it by"
                    + " /api/entities, or import RDF."))
        .exception();
  }

  private static ProblemException notOpen() {
    return new Problem(
            409,
            "not-open",
            new Message("尚未开放", "Not open to the public"),
            new Message(
                "开放标识不是“开放”，不能公布。请先审核，把开放标识改为“开放”并保存。",
                "It is not marked as open. Review it, set its access state to open and save it"
                    + " first."))
        .exception();
  }

  private static ProblemException changedMeanwhile() {
    return new Problem(
            409,
            "edit-conflict",
            new Message("其间已有别人保存", "Somebody else has saved meanwhile"),
            new Message(
                "没有恢复。请返回该条目，看过新的版本再决定。",
                "Nothing was restored. Go back, look at the new version and decide again."))
        .exception();
  }

  private static ProblemException noLongerFits(List<Violation> violations) {
    return new Problem(
            409,
            "profile-violation",
            new Message("旧版本已不合规范", "The earlier version does not fit any more"),
            new Message(
                violations.get(0).zh() + "。请照旧版本手工修改。",
                violations.get(0).en() + ". Change the description by hand instead."))
        .exception();
  }
}
