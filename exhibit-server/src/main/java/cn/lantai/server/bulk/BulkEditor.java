package cn.lantai.server.bulk;

import cn.lantai.access.AccessState;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.Curation.Edit;
import cn.lantai.curation.ProfileViolationException;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.hierarchy.Objection;
import cn.lantai.hierarchy.Standing;
import cn.lantai.ingest.Existing;
import cn.lantai.journal.Action;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.journal.PremiseGoneException;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.SheetEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one change in many descriptions. */
final class BulkEditor implements BulkWork {

  /** So far back it is looked whether a version is one of this job's. */
  private static final int HISTORY = 20;

  private final Journal journal;
  private final Curation curation;
  private final Desk desk;
  private final Rights rights;
  private final Existing existing;

  BulkEditor(Journal journal, Curation curation, Desk desk, Rights rights) {
    this.journal = journal;
    this.curation = curation;
    this.desk = desk;
    this.rights = rights;
    this.existing = Existing.in(journal);
  }

  /** A row that was made of its version, with what is to be saved. */
  private record Made(BulkRow row, Optional<EntityGraph> edited) {}

  @Override
  public Optional<BulkRow> foresee(EntityIri entity, BulkOrder order) {
    if (!rights.may(Permission.SEE, entity)) {
      return Optional.empty();
    }
    return journal.state(entity).map(state -> foresee(state, order));
  }

  private BulkRow foresee(EntityState state, BulkOrder order) {
    Made made = make(state.entity(), state.current(), state.isPublic(), order);
    if (made.edited().isEmpty()) {
      return made.row();
    }
    EntityGraph edited = made.edited().get();
    List<LocalizedText> objections = new ArrayList<>();
    curation.check(edited).forEach(violation -> objections.add(BulkRow.text(violation)));
    if (objections.isEmpty() && moves(order)) {
      Standing standing = curation.standing();
      standing.put(edited);
      standing.objections(edited.iri()).stream().map(BulkEditor::text).forEach(objections::add);
    }
    if (!objections.isEmpty()) {
      return made.row().refused(BulkRow.together(objections.stream()));
    }
    boolean leaves = state.isPublic() && closes(edited);
    boolean published =
        order.publish() && !leaves && state.published() == state.current() && mayPublish(edited);
    return made.row().changed(0, published, leaves);
  }

  private static boolean closes(EntityGraph edited) {
    return edited.iri().type() == EntityType.RECORD && !AccessState.OPEN.isOf(edited);
  }

  private boolean mayPublish(EntityGraph edited) {
    return rights.may(Permission.PUBLISH, edited);
  }

  /** Whether what stands above what could become wrong by it. */
  private static boolean moves(BulkOrder order) {
    return edit(order).heading().equals("关系")
        || order.content().orElseThrow().types().stream()
            .anyMatch(
                type ->
                    type == order.type()
                        || type == EntityType.RECORD_SET
                        || type == EntityType.SCHEME);
  }

  private static SheetEdit edit(BulkOrder order) {
    return order.edit().orElseThrow();
  }

  private Made make(EntityIri entity, long version, boolean isPublic, BulkOrder order) {
    EntityGraph before = journal.version(version);
    Optional<Sheet> sheet = desk.sheet(before);
    SheetEdit edit = edit(order);
    BulkRow found = BulkRow.of(entity, version, isPublic, sheet);
    if (sheet.isEmpty()) {
      return refused(found, BEYOND);
    }
    BulkRow row = found.showing(edit.in(sheet.get()), edit.in(sheet.get()));
    Sheet yours = edit.apply(sheet.get());
    if (yours.equals(sheet.get())) {
      return new Made(row.unchanged(), Optional.empty());
    }
    BulkRow shown = row.showing(edit.in(sheet.get()), edit.in(yours));
    if (!rights.may(Permission.DESCRIBE, entity)) {
      return refused(shown, BEYOND_ROLE);
    }
    Desk.Prepared prepared = desk.prepare(yours, Optional.of(before), rights, existing);
    if (prepared instanceof Desk.Ready ready) {
      EntityGraph edited = ready.edited();
      if (edited.equals(before)) {
        return new Made(row.unchanged(), Optional.empty());
      }
      return rights.may(Permission.DESCRIBE, edited)
          ? new Made(shown, Optional.of(edited))
          : refused(shown, BEYOND_ROLE);
    }
    return prepared instanceof Desk.Faulty faulty
        ? refused(shown, faults(faulty))
        : refused(shown, BEYOND);
  }

  private static Made refused(BulkRow row, LocalizedText why) {
    return new Made(row.refused(why), Optional.empty());
  }

  @Override
  public List<BulkRow> carryOut(List<BulkRow> foreseen, BulkOrder order, Author author) {
    return save(
        foreseen,
        author,
        (row, state) -> make(row.entity(), row.base(), state.isPublic(), order),
        order.publish());
  }

  /**
   * Puts the versions back that were there before; what was published with the change is published
   * again as it was before, if the order says so.
   */
  @Override
  public List<BulkRow> turnBack(List<BulkRow> done, BulkOrder order, Author author) {
    Map<EntityIri, Long> before = new HashMap<>();
    done.forEach(row -> before.put(row.entity(), row.base()));
    return save(
        done.stream().map(BulkRow::turned).toList(),
        author,
        (row, state) -> {
          EntityGraph version = journal.version(before.get(row.entity()));
          return rights.may(Permission.DESCRIBE, version)
              ? new Made(row, Optional.of(version))
              : refused(row, BEYOND_ROLE);
        },
        order.publish());
  }

  /** Makes what is to be saved of a row, where it still stands as it was looked at. */
  @FunctionalInterface
  private interface Making {
    Made of(BulkRow row, EntityState state);
  }

  private List<BulkRow> save(List<BulkRow> rows, Author author, Making making, boolean publish) {
    Map<EntityIri, BulkRow> ended = new LinkedHashMap<>();
    Map<EntityIri, Made> ready = new LinkedHashMap<>();
    Map<EntityIri, Edit> edits = new LinkedHashMap<>();
    for (BulkRow row : rows) {
      EntityIri entity = row.entity();
      Optional<EntityState> state = journal.state(entity);
      if (state.isEmpty() || state.get().current() != row.base()) {
        ended.put(entity, overtaken(row, author));
        continue;
      }
      Made made = making.of(row, state.get());
      if (made.edited().isEmpty()) {
        ended.put(entity, made.row());
      } else {
        EntityGraph edited = made.edited().get();
        boolean published =
            publish
                && row.published()
                && state.get().published() == row.base()
                && mayPublish(edited);
        ready.put(entity, made);
        edits.put(entity, new Edit(edited, row.base(), published));
      }
    }
    ended.putAll(saved(ready, edits, author));
    return rows.stream().map(row -> ended.get(row.entity())).toList();
  }

  /** All in one transaction; if that is refused, each in its own, to find out which is meant. */
  private Map<EntityIri, BulkRow> saved(
      Map<EntityIri, Made> ready, Map<EntityIri, Edit> edits, Author author) {
    Map<EntityIri, BulkRow> saved = new HashMap<>();
    if (edits.isEmpty()) {
      return saved;
    }
    try {
      Map<EntityIri, List<Entry>> written =
          curation.saveAll(edits.values(), author).stream()
              .collect(Collectors.groupingBy(Entry::entity));
      ready.forEach(
          (entity, made) ->
              saved.put(entity, done(made.row(), written.getOrDefault(entity, List.of()))));
    } catch (ProfileViolationException | EditConflictException | PremiseGoneException refused) {
      ready.forEach(
          (entity, made) -> saved.put(entity, alone(made.row(), edits.get(entity), author)));
    }
    return saved;
  }

  private BulkRow alone(BulkRow row, Edit edit, Author author) {
    try {
      return done(row, curation.saveAll(List.of(edit), author));
    } catch (ProfileViolationException refused) {
      return row.refused(BulkRow.together(Desk.violations(refused, rights).stream()));
    } catch (EditConflictException overtaken) {
      return overtaken(row, author);
    }
  }

  private static BulkRow done(BulkRow row, List<Entry> written) {
    Optional<Entry> put = of(row, written, Action.PUT).findFirst();
    return put.isEmpty()
        ? row.unchanged()
        : row.changed(
            put.get().sequence(),
            of(row, written, Action.PUBLISH).findAny().isPresent(),
            of(row, written, Action.WITHDRAW).findAny().isPresent());
  }

  private static Stream<Entry> of(BulkRow row, List<Entry> written, Action action) {
    return written.stream()
        .filter(entry -> entry.entity().equals(row.entity()) && entry.action() == action);
  }

  /** By somebody else; or by this job, before it was interrupted. */
  private BulkRow overtaken(BulkRow row, Author author) {
    List<Entry> history = journal.history(row.entity(), HISTORY);
    List<Entry> own =
        history.stream()
            .filter(
                entry ->
                    entry.agent().equals(author.name()) && entry.reason().equals(author.reason()))
            .toList();
    if (own.stream()
        .anyMatch(entry -> entry.action() == Action.PUT && entry.replaces() == row.base())) {
      return done(row, own);
    }
    return row.refused(
        history.stream()
            .filter(entry -> entry.action() == Action.PUT)
            .findFirst()
            .map(BulkEditor::by)
            .orElse(GONE));
  }

  private static LocalizedText by(Entry entry) {
    return LocalizedText.of(
        "预览之后 " + entry.agent() + " 改过这一条，没有覆盖。请重新检索、预览",
        entry.agent()
            + " has changed it since it was looked at; nothing was overwritten. Search and look"
            + " again");
  }

  private static final LocalizedText GONE =
      LocalizedText.of("这一条已不在。请重新检索", "It is not there any more. Search again");

  private static final LocalizedText BEYOND =
      LocalizedText.of(
          "内容超出表单，或已并入另一条。请用 /api/entities 或 RDF 导入来修改",
          "It holds more than the form can, or was merged into another. Edit it by /api/entities,"
              + " or import RDF");

  private static final LocalizedText BEYOND_ROLE =
      LocalizedText.of(
          "您的权限不包括这一条所在的全宗。请安全管理员授权，或请有权限的人修改",
          "Your role does not reach where it stands. Ask the security administrator, or somebody"
              + " who may change it");

  private static LocalizedText faults(Desk.Faulty faulty) {
    Stream<LocalizedText> problems =
        faulty.reading().problems().stream().filter(Problem::isError).map(BulkEditor::text);
    return BulkRow.together(Stream.concat(problems, faulty.violations().stream()));
  }

  static LocalizedText text(Problem problem) {
    String column = problem.column();
    return LocalizedText.of(
        column
            + (column.isEmpty() ? "" : "：")
            + problem.reason().zh()
            + "。"
            + problem.remedy().zh(),
        column
            + (column.isEmpty() ? "" : ": ")
            + problem.reason().en().orElse(problem.reason().zh())
            + ". "
            + problem.remedy().en().orElse(problem.remedy().zh()));
  }

  private static LocalizedText text(Objection objection) {
    return LocalizedText.of(
        objection.reason().zh() + "。" + objection.remedy().zh(),
        objection.reason().en().orElseThrow() + ". " + objection.remedy().en().orElseThrow());
  }
}
