package cn.lantai.server.build;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EntityState;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.loans.LoanDesk;
import cn.lantai.server.loans.LoanRefusedException;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.review.ReviewDesk;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.Previews;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.Optional;

/** The builder of one selection: its page, each step of the work, saving and publishing. */
@Path("/workbench/selections/{type}/{key}")
@RequestScoped
@Requires(Permission.SEE)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class BuilderPages {

  /** The fields beside those of the draft. */
  private static final String BASE = "base";

  private static final String DOCUMENT = "document";
  private static final String SELECTED = "selected";
  private static final String OPERATION = "op";

  @Inject DraftDesk desk;
  @Inject SelectionDesk selections;
  @Inject BuilderPage builder;
  @Inject Curation curation;
  @Inject Previews previews;
  @Inject ReviewDesk reviews;
  @Inject LoanDesk loans;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @PathParam("type")
  String type;

  @PathParam("key")
  String key;

  @GET
  public Response show() {
    EntityState state = state(Permission.SEE);
    Draft draft = desk.draft(entity(), state.current()).orElseThrow(SelectionProblems::beyond);
    BuilderPage.Shown shown = new BuilderPage.Shown(draft, state.current(), draft.whole().id());
    shown.saved = uri.getQueryParameters().containsKey("saved");
    String wanted = Optional.ofNullable(uri.getQueryParameters().getFirst("at")).orElse("");
    if (draft.find(wanted).isPresent()) {
      shown.selected = wanted;
    }
    return answer(200, shown);
  }

  /** One step of the work; only saving writes. */
  @POST
  @Requires(Permission.DESCRIBE)
  public Response work(MultivaluedMap<String, String> form) {
    state(Permission.DESCRIBE);
    Draft draft = DraftFields.into(document(form), form);
    Operation operation = Operation.parse(value(form, OPERATION));
    List<LocalizedText> refused = new ArrayList<>();
    List<LocalizedText> notes = new ArrayList<>();
    boolean borrows = operation.name().equals(Operation.BORROW);
    if (borrows) {
      try {
        LoanDesk.Borrowed borrowed =
            loans.borrow(value(form, "manifest"), value(form, "manifest-address"), author());
        operation = Operation.take(borrowed.loan());
        notes.addAll(borrowed.notes());
      } catch (LoanRefusedException reason) {
        refused.add(reason.reason());
      }
    }
    Operation.Result result;
    try {
      result = operation.apply(draft, value(form, SELECTED));
    } catch (IllegalArgumentException tooLarge) {
      throw tooLarge();
    }
    BuilderPage.Shown shown =
        new BuilderPage.Shown(result.draft(), number(value(form, BASE)), result.selected());
    shown.said = result.said();
    if (borrows && refused.isEmpty()) {
      shown.notes.addAll(notes);
    } else {
      shown.refused.addAll(refused);
      shown.address = value(form, "manifest-address");
      shown.manifest = value(form, "manifest");
    }
    shown.query = value(form, "q");
    boolean finds = operation.name().equals(Operation.FIND);
    long page = finds ? operation.page() : number(value(form, "page"));
    shown.searching = finds || page > 0;
    shown.page = (int) Math.max(1, Math.min(page, BuilderPage.LAST_PAGE));
    return operation.name().equals(Operation.SAVE) ? save(shown, form) : answer(200, shown);
  }

  private Author author() {
    return new Author(user(), "");
  }

  private Response save(BuilderPage.Shown shown, MultivaluedMap<String, String> form) {
    shown.strict = true;
    Author author = new Author(user(), value(form, "reason").strip());
    DraftDesk.Outcome outcome = desk.save(shown.draft, shown.base, author, visitor.rights());
    if (outcome instanceof DraftDesk.BeyondTheBuilder || outcome instanceof DraftDesk.Taken) {
      throw SelectionProblems.beyond();
    }
    if (outcome instanceof DraftDesk.Faulty faulty) {
      shown.faults.add(
          LocalizedText.of(
              "还没有保存：有内容读不懂，已在字段下标出。填写的都在。",
              "Not saved yet: something cannot be read; it is marked below its field. Nothing is"
                  + " lost."));
      shown.faults.addAll(faulty.violations());
      return answer(422, shown);
    }
    if (outcome instanceof DraftDesk.Overtaken overtaken) {
      BuilderPage.Shown merged =
          new BuilderPage.Shown(
              overtaken.merge().merged(), overtaken.current(), shown.draft.whole().id());
      merged.overtaken = Optional.of(overtaken);
      return answer(409, merged);
    }
    return seeOther(path() + "?saved&at=" + place(shown.draft, shown.selected));
  }

  /** The id that a piece has in the version that was just made of the draft. */
  private static String place(Draft draft, String id) {
    List<Piece> sections = draft.whole().pieces();
    for (int i = 0; i < sections.size(); i++) {
      List<String> blocks = sections.get(i).pieces().stream().map(Piece::id).toList();
      if (sections.get(i).id().equals(id)) {
        return "s" + i;
      }
      if (blocks.contains(id)) {
        return "s" + i + "-b" + (blocks.indexOf(id) + 1);
      }
    }
    return draft.whole().id();
  }

  /** What visitors would see of the draft that a form carries. */
  @POST
  @Path("preview")
  public Response preview(MultivaluedMap<String, String> form) {
    state(Permission.SEE);
    return preview(
        DraftFields.into(document(form), form), value(form, "look"), value(form, "seen"));
  }

  /** What visitors would see of the newest version. */
  @GET
  @Path("preview")
  public Response preview(
      @QueryParam("look") @DefaultValue("") String look,
      @QueryParam("seen") @DefaultValue("") String seen) {
    Draft draft =
        desk.draft(entity(), state(Permission.SEE).current())
            .orElseThrow(SelectionProblems::beyond);
    return preview(draft, look, seen);
  }

  private Response preview(Draft draft, String look, String seen) {
    // The page of a person has records of the stage that the selection does not name.
    boolean reaching =
        entity().type() == EntityType.COLLECTION && !visitor.rights().mayEverywhere(Permission.SEE);
    StageKind stage = seen.equals("public") || reaching ? StageKind.PUBLIC : StageKind.WORKING;
    return previews.page(
        desk.visible(draft, visitor.rights()), stage, pages.language(uri, headers), look);
  }

  /** Publishes the newest version, or withdraws what is public. */
  @POST
  @Path("publication")
  @Requires(Permission.PUBLISH)
  public Response publish(MultivaluedMap<String, String> form) {
    state(Permission.PUBLISH);
    if (value(form, "to").equals("withdrawn")) {
      reviews.withdraw(entity(), value(form, "reason"));
    } else {
      reviews.requireDirect();
      curation.publish(List.of(entity()), new Author(user(), ""));
    }
    return seeOther(path());
  }

  /** Saves an earlier version as the newest one. */
  @POST
  @Path("restoration")
  @Requires(Permission.DESCRIBE)
  public Response restore(MultivaluedMap<String, String> form) {
    selections.restore(entity(), number(value(form, "version")), number(value(form, BASE)), 409);
    return seeOther(path() + "?saved");
  }

  /** Saves the newest version as the first one of something new. */
  @POST
  @Path("copy")
  @Requires(Permission.DESCRIBE)
  public Response copy() {
    return seeOther(NewSelections.path(selections.copy(entity())));
  }

  private Response answer(int status, BuilderPage.Shown shown) {
    return pages.own(
        status,
        builder.view(shown, pages.language(uri, headers), visitor.rights()),
        uri,
        headers,
        Optional.of(user()),
        csrf.token(request));
  }

  private Draft document(MultivaluedMap<String, String> form) {
    String json = value(form, DOCUMENT);
    if (json.length() > DraftJson.LONGEST) {
      throw tooLarge();
    }
    try {
      return DraftJson.read(entity(), json);
    } catch (IllegalArgumentException broken) {
      throw unreadable();
    }
  }

  private EntityIri entity() {
    return selections.named(type, key);
  }

  private EntityState state(Permission permission) {
    return selections.state(entity(), permission);
  }

  private String path() {
    return NewSelections.path(entity());
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

  private static ProblemException tooLarge() {
    return new Problem(
            413,
            "too-large",
            new Message("这个专题太大了", "This is too large"),
            new Message(
                "一个专题最多 3000 个章节、区块和条目，一段文字最多两万字，总共一百万字符。请返回上一页，分成几个专题。",
                "At most 3,000 sections, blocks and items, 20,000 characters in a text and a"
                    + " million in all. Go back and make several of it."))
        .exception();
  }

  private static ProblemException unreadable() {
    return new Problem(
            400,
            "not-a-draft",
            new Message("读不懂送来的草稿", "The draft cannot be read"),
            new Message(
                "请返回上一页重新载入；这台设备上的草稿还在，可以恢复。",
                "Go back and load the page again; the draft on your device is still there."))
        .exception();
  }
}
