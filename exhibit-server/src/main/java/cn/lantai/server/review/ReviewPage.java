package cn.lantai.server.review;

import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.review.Act;
import cn.lantai.review.Comment;
import cn.lantai.review.Review;
import cn.lantai.review.ReviewRefusedException.Reason;
import cn.lantai.review.Reviews;
import cn.lantai.server.build.SelectionVersions;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.describe.Leaves;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.preview.PreviewLinkPages;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.ReviewView;
import cn.lantai.server.site.view.ReviewsView;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.VersionsView;
import cn.lantai.stage.StageKind;
import cn.lantai.table.Column;
import cn.lantai.table.Sheet;
import cn.lantai.table.SheetDifference;
import cn.lantai.table.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** What the pages of reviews show, in the reader's language. */
@RequestScoped
public class ReviewPage {

  /** A place on an image, as a IIIF fragment. */
  static final Pattern PLACE =
      Pattern.compile("xywh=(?:pixel:|percent:)?\\d+(?:\\.\\d+)?(?:,\\d+(?:\\.\\d+)?){3}");

  private static final String FIELD = "field:";
  private static final String PART = "part:";
  private static final String BLOCK = "block:";

  @Inject ReviewDesk desk;
  @Inject Reviews reviews;
  @Inject Journal journal;
  @Inject Curation curation;
  @Inject Desk forms;
  @Inject Leaves leaves;
  @Inject SelectionVersions selections;
  @Inject StageStores stores;
  @Inject Visitor visitor;

  /** In what the version under review differs from the public one, and what can be spoken of. */
  private record Compared(List<ReviewView.Change> changes, Map<String, Text> spots) {}

  ReviewsView list(
      ReviewDesk.Show show,
      List<Review> found,
      Optional<String> next,
      int passed,
      Language language) {
    Map<EntityIri, Text> titles = titles(found.stream().map(Review::entity).toList(), language);
    return new ReviewsView(
        show.name().toLowerCase(Locale.ROOT),
        visitor.rights().may(Permission.REVIEW),
        passed,
        found.stream()
            .map(
                review ->
                    new ReviewsView.Row(
                        review.id(),
                        ReviewPages.path(review.id()),
                        titles.get(review.entity()),
                        kind(review.entity().type()),
                        review.stand(),
                        review.submitter(),
                        review.steps().get(0).at(),
                        review.last().agent(),
                        review.last().at(),
                        review.due(),
                        review.steps().size(),
                        desk.waitsForMe(review)))
            .toList(),
        next);
  }

  ReviewView view(Review review, String at, Language language) {
    EntityIri entity = review.entity();
    Optional<EntityState> state = journal.state(entity);
    long shown = state.map(EntityState::published).orElse(0L);
    Compared compared = compared(review, shown, language);
    Text title = titles(List.of(entity), language).get(entity);
    Optional<Image> sheet =
        entity.type() == EntityType.IMAGE
            ? leaves.sheet(entity, visitor.rights(), title)
            : Optional.empty();
    Map<Long, Entry> rows = new HashMap<>();
    long newest = state.map(EntityState::current).orElse(review.version());
    journal
        .entries(List.of(review.version(), newest))
        .forEach(row -> rows.put(row.sequence(), row));
    Set<String> acts =
        Arrays.stream(Act.values())
            .filter(act -> desk.may(act, review))
            .map(Act::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return new ReviewView(
        review.id(),
        title,
        kind(entity.type()),
        subject(entity),
        Optional.of(Addresses.pagePath(entity)).filter(path -> shown != 0),
        review.stand(),
        review.steps().size(),
        review.rounds(),
        review.writer(),
        rows.get(review.version()).at(),
        review.due(),
        Optional.ofNullable(rows.get(newest))
            .filter(row -> newest != review.version())
            .map(row -> new ReviewView.Newer(row.agent(), row.at())),
        review.firstBroken(),
        acts,
        review.isInLastRound(),
        objection(review, language),
        review.steps().stream()
            .map(
                step ->
                    new ReviewView.StepLine(
                        step.act(),
                        step.round(),
                        step.agent(),
                        step.at(),
                        step.reason(),
                        step.due(),
                        step.hash()))
            .toList(),
        shown == 0,
        compared.changes(),
        compared.spots().entrySet().stream()
            .map(spot -> new ReviewView.Spot(spot.getKey(), spot.getValue()))
            .toList(),
        at,
        desk.mayComment(review),
        reviews.comments(review.id()).stream()
            .map(comment -> remark(comment, compared.spots(), sheet))
            .toList(),
        sheet,
        PreviewLinkPages.path(entity, review.version()));
  }

  /** Why a reviewer may not decide in the round that it waits for. */
  private Optional<Text> objection(Review review, Language language) {
    boolean reviewer = visitor.rights().may(Permission.REVIEW, review.entity());
    return reviewer && review.stand().round().isPresent()
        ? desk.objection(Act.PASS, review)
            .map(
                reason ->
                    reason == Reason.OWN_WORK
                        ? text(
                            language,
                            "这一版是您写的，请由别人来审。",
                            "You wrote this version; somebody else reviews it.")
                        : text(
                            language,
                            "您已审过前面一道，请由别人来审这一道。",
                            "You passed an earlier round; somebody else decides in this one."))
        : Optional.empty();
  }

  private static ReviewView.Remark remark(
      Comment comment, Map<String, Text> spots, Optional<Image> sheet) {
    Optional<Region> place =
        sheet
            .filter(image -> PLACE.matcher(comment.spot()).matches())
            .flatMap(
                image ->
                    Region.within(
                        comment.spot().replace("xywh=", ""), image.width(), image.height()));
    Optional<Text> spot =
        comment.spot().isEmpty() || place.isPresent()
            ? Optional.empty()
            : Optional.of(spots.getOrDefault(comment.spot(), Text.of("zxx", comment.spot())));
    return new ReviewView.Remark(
        spot, place, comment.agent(), comment.at(), comment.words().lines().toList());
  }

  /** Whether a comment on this review can speak of it. */
  boolean isSpot(Review review, String spot) {
    long shown = journal.state(review.entity()).map(EntityState::published).orElse(0L);
    return spot.isEmpty()
        || PLACE.matcher(spot).matches()
        || compared(review, shown, Language.ZH).spots().containsKey(spot);
  }

  private Compared compared(Review review, long shown, Language language) {
    EntityIri entity = review.entity();
    if (entity.type().isSelection()) {
      Optional<Compared> difference =
          selections
              .between(entity, shown, review.version(), language, visitor.rights())
              .map(each -> ofSelection(each));
      return difference.orElseGet(() -> statements(entity, shown, review.version()));
    }
    EntityGraph after = journal.version(review.version());
    Optional<Sheet> later = forms.sheet(after);
    Optional<Sheet> earlier =
        shown == 0
            ? Optional.of(Sheet.empty(entity))
            : curation.version(entity, shown).flatMap(forms::sheet);
    return later.isPresent() && earlier.isPresent()
        ? ofSheets(earlier.get(), later.get(), language)
        : statements(entity, shown, review.version());
  }

  private static Compared ofSelection(SelectionVersions.Difference difference) {
    Map<String, Text> spots = new LinkedHashMap<>();
    difference.blocks().forEach((id, label) -> spots.put(BLOCK + id, label));
    return new Compared(
        difference.changes().stream()
            .map(
                change ->
                    new ReviewView.Change(
                        change.happened(),
                        change.what(),
                        spots.containsKey(BLOCK + change.piece()) ? BLOCK + change.piece() : "",
                        change.cells()))
            .toList(),
        spots);
  }

  private static Compared ofSheets(Sheet before, Sheet after, Language language) {
    Map<String, Text> spots = new LinkedHashMap<>();
    Map<String, Text> labels = new HashMap<>();
    for (Column column : Sheet.columns(Tables.of(after.entity().type()))) {
      Text label = label(column, language);
      labels.put(column.heading(), label);
      if (after.own().containsKey(column.heading()) || before.own().containsKey(column.heading())) {
        spots.put(FIELD + column.heading(), label);
      }
    }
    Tables.of(after.entity().type())
        .parts()
        .forEach(
            part -> {
              Sheet.columns(part)
                  .forEach(column -> labels.putIfAbsent(column.heading(), label(column, language)));
              if (after.parts().containsKey(part.file())) {
                spots.put(PART + part.file(), text(language, Desk.partName(part.file())));
              }
            });
    List<ReviewView.Change> changes = new ArrayList<>();
    for (SheetDifference.Change change : SheetDifference.of(before, after).changes()) {
      if (change.part().isEmpty()) {
        for (SheetDifference.Cell cell : change.cells()) {
          changes.add(
              new ReviewView.Change(
                  happened(cell.before(), cell.after()),
                  labels.get(cell.heading()),
                  FIELD + cell.heading(),
                  List.of(cell(cell, labels::get))));
        }
      } else {
        String file = change.part().get();
        Text name = text(language, Desk.partName(file));
        changes.add(
            new ReviewView.Change(
                change.before().isEmpty()
                    ? VersionsView.Happened.ADDED
                    : change.after().isEmpty()
                        ? VersionsView.Happened.REMOVED
                        : VersionsView.Happened.CHANGED,
                Text.of(name.lang(), name.value() + " " + change.row()),
                spots.containsKey(PART + file) ? PART + file : "",
                change.cells().stream().map(cell -> cell(cell, labels::get)).toList()));
      }
    }
    return new Compared(changes, spots);
  }

  private static VersionsView.Happened happened(String before, String after) {
    return before.isEmpty()
        ? VersionsView.Happened.ADDED
        : after.isEmpty() ? VersionsView.Happened.REMOVED : VersionsView.Happened.CHANGED;
  }

  private static VersionsView.Cell cell(SheetDifference.Cell cell, Function<String, Text> labels) {
    return new VersionsView.Cell(labels.apply(cell.heading()), cell.before(), cell.after());
  }

  /** For what no form can hold: the statements that come and go. */
  private Compared statements(EntityIri entity, long shown, long version) {
    Set<Triple> before =
        shown == 0
            ? Set.of()
            : curation.version(entity, shown).map(EntityGraph::triples).orElse(Set.of());
    Set<Triple> after = journal.version(version).triples();
    List<ReviewView.Change> changes = new ArrayList<>();
    lines(before, after)
        .forEach(line -> changes.add(statement(VersionsView.Happened.REMOVED, line, "")));
    lines(after, before)
        .forEach(line -> changes.add(statement(VersionsView.Happened.ADDED, "", line)));
    return new Compared(changes, Map.of());
  }

  private static List<String> lines(Set<Triple> of, Set<Triple> without) {
    return of.stream()
        .filter(triple -> !without.contains(triple))
        .map(
            triple ->
                "%s %s %s"
                    .formatted(
                        NodeFmtLib.strNT(triple.getSubject()),
                        NodeFmtLib.strNT(triple.getPredicate()),
                        NodeFmtLib.strNT(triple.getObject())))
        .sorted()
        .toList();
  }

  private static ReviewView.Change statement(
      VersionsView.Happened happened, String before, String after) {
    return new ReviewView.Change(
        happened,
        Text.of("zxx", "RDF"),
        "",
        List.of(new VersionsView.Cell(Text.of("zxx", "RDF"), before, after)));
  }

  /** As the working stage has them. */
  public Map<EntityIri, Text> titles(List<EntityIri> entities, Language language) {
    Map<EntityIri, Text> titles = new HashMap<>();
    entities.forEach(
        entity -> titles.put(entity, Text.of("zxx", entity.type().segment() + "/" + entity.key())));
    stores
        .index(StageKind.WORKING)
        .summaries(Set.copyOf(entities))
        .forEach((entity, summary) -> titles.put(entity, title(language, summary.title())));
    return titles;
  }

  private static Kind kind(EntityType type) {
    return type == EntityType.RECORD_SET ? Kind.SET : Kind.valueOf(type.name());
  }

  public static String subject(EntityIri entity) {
    return entity.type().isSelection()
        ? "/workbench/selections/" + entity.type().segment() + "/" + entity.key()
        : Addresses.formPath(entity);
  }

  private static Text label(Column column, Language language) {
    return language == Language.EN ? Text.en(column.english()) : Text.zh(column.heading());
  }

  private static Text title(Language language, LocalizedText text) {
    return language == Language.EN && text.en().isPresent()
        ? Text.title("en", text.en().get())
        : Text.title("zh-Hans", text.zh());
  }

  public static Text text(Language language, LocalizedText text) {
    return text(language, text.zh(), text.en().orElse(text.zh()));
  }

  private static Text text(Language language, String zh, String en) {
    return language == Language.EN ? Text.en(en) : Text.zh(zh);
  }
}
