package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.opening.Act;
import cn.lantai.opening.Ground;
import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.opening.OpeningRefusedException.Reason;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Ruling;
import cn.lantai.opening.WordList;
import cn.lantai.search.SearchRefusedException;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.OpeningListsView;
import cn.lantai.server.site.view.OpeningsView.Choice;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The queue of opening reviews, the page of each record, lists of words and statistics. */
@Path("/workbench/openings")
@RequestScoped
@Requires(Permission.SEE)
public class OpeningPages {

  private static final String HERE = "/workbench/openings";

  @Inject OpeningDesk desk;
  @Inject OpeningQueue queue;
  @Inject OpeningPage page;
  @Inject OpeningStatistics statistics;
  @Inject OpeningTraining training;
  @Inject OpenedCatalogue catalogue;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  public static String path(EntityIri record) {
    return HERE + "/record/" + record.key();
  }

  /** What came due in a year. */
  public static String due(Year year) {
    return HERE + "?show=due&year=" + year;
  }

  @GET
  public Response queue(
      @QueryParam("show") @DefaultValue("due") String show,
      @QueryParam("fonds") @DefaultValue("") String fonds,
      @QueryParam("year") @DefaultValue("") String year,
      @QueryParam("page") @DefaultValue("1") int number,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("signed") @DefaultValue("0") int signed) {
    try {
      return answer(
          queue.view(
              show(show),
              OpeningQueue.fonds(fonds),
              year(year),
              Math.max(1, number),
              before,
              Math.max(0, signed),
              language()));
    } catch (SearchRefusedException tooDeep) {
      throw OpeningProblems.unreadable(
          "翻得太深了，请按全宗和年份缩小范围。", "This lies too deep. Narrow it by fonds and year.");
    }
  }

  static OpeningDesk.Show show(String wanted) {
    return chosen(OpeningDesk.Show.class, wanted)
        .orElseThrow(
            () ->
                OpeningProblems.unreadable(
                    "show 可为 due、undated、signed。", "show is due, undated or signed."));
  }

  static OptionalInt year(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!wanted.matches("\\d{1,4}")) {
      throw OpeningProblems.unreadable("年份写成四位数字。", "A year is up to four digits.");
    }
    return OptionalInt.of(Integer.parseInt(wanted));
  }

  /** Signs several at once: each by its key, a colon, and the mark of what was seen of it. */
  @POST
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signTogether(@FormParam("record") List<String> records) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (String each : records) {
      int colon = each.lastIndexOf(':');
      marks.put(each.substring(0, Math.max(0, colon)), each.substring(colon + 1));
    }
    int signed = doing(() -> desk.signTogether(marks)).size();
    return seeOther(HERE + "?show=due&signed=" + signed);
  }

  @GET
  @Path("record/{key}")
  public Response record(@PathParam("key") String key) {
    return answer(page.view(desk.seen(key), language()));
  }

  /** The first signature. */
  @POST
  @Path("record/{key}/signature")
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sign(
      @PathParam("key") String key,
      @FormParam("mark") @DefaultValue("") String mark,
      @FormParam("outcome") @DefaultValue("") String outcome,
      @FormParam("until") @DefaultValue("") String until,
      @FormParam("ground") @DefaultValue("") String ground,
      @FormParam("reason") @DefaultValue("") String reason) {
    Ruling ruling = ruling(outcome, year(until), ground, reason);
    doing(() -> desk.sign(key, mark, ruling));
    return seeOther(HERE + "/record/" + key);
  }

  /** A browser sends all fields of a form: what does not belong to an outcome is left out. */
  static Ruling ruling(String outcome, OptionalInt until, String ground, String reason) {
    Outcome chosen =
        chosen(Outcome.class, outcome)
            .orElseThrow(
                () -> OpeningProblems.unreadable("请选开放、控制或延期。", "Choose open, control or extend."));
    Optional<Ground> said =
        ground.isBlank()
            ? Optional.empty()
            : Optional.of(
                chosen(Ground.class, ground)
                    .orElseThrow(
                        () -> OpeningProblems.unreadable("没有这样的依据。", "There is no such ground.")));
    return new Ruling(
        chosen,
        chosen == Outcome.EXTEND ? until : OptionalInt.empty(),
        chosen == Outcome.OPEN ? Optional.empty() : said,
        reason);
  }

  /** The second signature, or what else can be done before it. */
  @POST
  @Path("record/{key}/steps")
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response step(
      @PathParam("key") String key,
      @FormParam("id") @DefaultValue("0") long id,
      @FormParam("act") @DefaultValue("") String act,
      @FormParam("seen") @DefaultValue("0") int seen,
      @FormParam("mark") @DefaultValue("") String mark,
      @FormParam("knowing") @DefaultValue("") String knowing,
      @FormParam("reason") @DefaultValue("") String reason) {
    doing(() -> desk.step(key, id, act(act), seen, mark, knowing.equals("yes"), reason));
    return seeOther(HERE + "/record/" + key);
  }

  static Act act(String wanted) {
    return chosen(Act.class, wanted)
        .orElseThrow(() -> OpeningProblems.unreadable("没有这样的步骤。", "There is no such step."));
  }

  @GET
  @Path("words")
  public Response lists(@QueryParam("archive") @DefaultValue("") String wanted) {
    Map<String, EntityIri> archives = desk.archives();
    String shown = wanted.isEmpty() ? archives.keySet().stream().findFirst().orElse("") : wanted;
    if (!shown.isEmpty() && !archives.containsKey(shown)) {
      throw OpeningProblems.unknownArchive();
    }
    Language language = language();
    Map<EntityIri, Summary> names = desk.index().summaries(archives.values());
    List<Choice> choices = new ArrayList<>();
    archives.forEach(
        (key, iri) ->
            choices.add(
                new Choice(
                    key,
                    Optional.ofNullable(names.get(iri))
                        .map(name -> Words.text(name.title(), language))
                        .orElse(Text.of("zxx", key)),
                    0)));
    List<WordList> kept = shown.isEmpty() ? List.of() : desk.lists(shown);
    return answer(
        new OpeningListsView(
            choices,
            shown,
            !shown.isEmpty() && desk.mayEditLists(archives.get(shown)),
            kept.stream()
                .map(
                    list ->
                        new OpeningListsView.Row(
                            list.id(),
                            list.mark(),
                            list.name(),
                            list.kind(),
                            list.towards(),
                            String.join("\n", list.words()),
                            list.words().size()))
                .toList()));
  }

  @POST
  @Path("words")
  @Requires(Permission.PUBLISH)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response saveList(
      @FormParam("archive") @DefaultValue("") String archive,
      @FormParam("id") @DefaultValue("0") long id,
      @FormParam("mark") @DefaultValue("") String mark,
      @FormParam("kind") @DefaultValue("words") String kind,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("towards") @DefaultValue("control") String towards,
      @FormParam("words") @DefaultValue("") String words,
      @FormParam("act") @DefaultValue("save") String act) {
    doing(
        () -> {
          if (act.equals("remove")) {
            desk.removeList(id, mark);
            return Optional.empty();
          }
          return desk.saveList(
              new WordList(
                  id,
                  archive,
                  chosen(WordList.Kind.class, kind)
                      .orElseThrow(() -> new OpeningRefusedException(Reason.LIST_UNFIT)),
                  name,
                  chosen(Outcome.class, towards)
                      .orElseThrow(() -> new OpeningRefusedException(Reason.LIST_UNFIT)),
                  words.lines().toList()),
              mark);
        });
    return seeOther(HERE + "/words?archive=" + archive);
  }

  @GET
  @Path("statistics")
  public Response statistics() {
    return answer(statistics.view(language()));
  }

  @POST
  @Path("statistics")
  @Requires(Permission.REVIEW)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response train(@FormParam("archive") @DefaultValue("") String archive) {
    training.train(archive);
    return seeOther(HERE + "/statistics#models");
  }

  /** The list of what was opened, as it is announced. */
  @GET
  @Path("opened.csv")
  public Response opened(@QueryParam("archive") @DefaultValue("") String archive) {
    return catalogue.download(archive);
  }

  static <E extends Enum<E>> Optional<E> chosen(Class<E> choices, String name) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  private static <T> T doing(Supplier<T> step) {
    try {
      return step.get();
    } catch (OpeningRefusedException refused) {
      throw OpeningProblems.of(refused, 409);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown("record", "");
    }
  }

  private Language language() {
    return pages.language(uri, headers);
  }

  private Response answer(PageView view) {
    return pages.own(200, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }

  private static Response seeOther(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
