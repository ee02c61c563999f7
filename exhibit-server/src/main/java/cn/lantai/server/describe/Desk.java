package cn.lantai.server.describe;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.ProfileViolationException;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.Existing;
import cn.lantai.journal.Action;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.table.Row;
import cn.lantai.table.Sheet;
import cn.lantai.table.SheetMerge;
import cn.lantai.table.Table;
import cn.lantai.theme.BuiltInSchemes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;

/** Where sheets are read and saved. */
@ApplicationScoped
public class Desk {

  private final Journal journal;
  private final Curation curation;
  private final TreatedImages pictures;

  /** For the container. */
  protected Desk() {
    this(null, null, null);
  }

  @Inject
  public Desk(Journal journal, Curation curation, TreatedImages pictures) {
    this.journal = journal;
    this.curation = curation;
    this.pictures = pictures;
  }

  /** What became of a sheet that was to be saved. */
  public sealed interface Outcome {}

  /** What a sheet would be saved as. */
  public sealed interface Prepared {}

  /** Nothing is to be said against it by itself, unless its place or the profile forbids it. */
  public record Ready(EntityGraph edited) implements Prepared {}

  /**
   * @param row the journal row of the version; the one before if nothing was changed
   */
  public record Saved(long row) implements Outcome {}

  /**
   * @param violations what is wrong with it as a whole
   */
  public record Faulty(Sheet.Reading reading, List<LocalizedText> violations)
      implements Outcome, Prepared {}

  /**
   * Somebody else has saved meanwhile; nothing was written.
   *
   * @param current the row with their version
   * @param agent who saved it
   */
  public record Overtaken(SheetMerge merge, long current, String agent) implements Outcome {}

  /** Something new was to get a key that something else has; nothing was written. */
  public record Taken() implements Outcome {}

  /** The version holds what the form would lose; nothing was written. */
  public record BeyondTheForm() implements Outcome, Prepared {}

  /** What is in the form of an entity that the journal knows; empty if no form can hold it. */
  public Optional<Sheet> sheet(EntityGraph graph) {
    return beside(graph).map(rest -> Sheet.of(graph));
  }

  /** What the rows of a part table are called. */
  public static LocalizedText partName(String file) {
    return EntryWording.partName(file);
  }

  private static Optional<Set<Triple>> beside(EntityGraph graph) {
    try {
      return Sheet.beside(graph);
    } catch (RuntimeException notOfItsForm) {
      return Optional.empty();
    }
  }

  /** Names what the reader may not see only where the description named it before. */
  public Sheet.Reading read(Sheet sheet, Rights rights) {
    Optional<EntityGraph> before =
        Optional.of(sheet.entity())
            .filter(entity -> rights.may(Permission.SEE, entity))
            .flatMap(journal::current);
    return read(sheet, rights, before, Existing.in(journal));
  }

  private Sheet.Reading read(
      Sheet sheet, Rights rights, Optional<EntityGraph> before, Existing existing) {
    return sheet.read(
        iri ->
            existing
                .meant(iri)
                .filter(
                    meant ->
                        rights.mayName(meant) || before.filter(it -> names(it, meant)).isPresent())
                .or(() -> Optional.of(iri).filter(BuiltInSchemes.graphs()::containsKey)),
        surroundings(existing));
  }

  /**
   * @param base the row with the version that the form was filled from; 0 for something new
   */
  public Outcome save(Sheet yours, long base, Author author, Rights rights) {
    Optional<EntityGraph> before = curation.version(yours.entity(), base);
    Prepared prepared = prepare(yours, before, rights, Existing.in(journal));
    if (prepared instanceof Faulty faulty) {
      return faulty;
    }
    if (prepared instanceof BeyondTheForm beyond) {
      return beyond;
    }
    EntityGraph edited = ((Ready) prepared).edited();
    if (base != 0 || journal.state(yours.entity()).isEmpty()) {
      rights.require(Permission.DESCRIBE, edited);
    }
    try {
      Outcome saved = saved(edited, base, author);
      pictures.prepare(edited);
      return saved;
    } catch (ProfileViolationException refused) {
      return new Faulty(read(yours, rights), violations(refused, rights));
    } catch (EditConflictException overtaken) {
      return base == 0 ? new Taken() : overtaken(yours, before, overtaken);
    }
  }

  /** What would keep a sheet from being saved as it stands; nothing is written. */
  Faulty check(Sheet yours, long base, Rights rights) {
    Optional<EntityGraph> before = curation.version(yours.entity(), base);
    Prepared prepared = prepare(yours, before, rights, Existing.in(journal));
    if (prepared instanceof Faulty faulty) {
      return faulty;
    }
    List<LocalizedText> violations =
        prepared instanceof Ready ready
            ? curation.check(ready.edited()).stream()
                .map(violation -> LocalizedText.of(violation.zh(), violation.en()))
                .toList()
            : List.of();
    return new Faulty(read(yours, rights), violations);
  }

  /**
   * Holds a sheet to the rules of its table, without saving it.
   *
   * @param before the version that the sheet was filled from; empty for something new
   * @param existing what cells may refer to, which who prepares many keeps
   */
  public Prepared prepare(
      Sheet yours, Optional<EntityGraph> before, Rights rights, Existing existing) {
    Sheet.Reading reading = read(yours, rights, before, existing);
    if (reading.graph().isEmpty()) {
      return new Faulty(reading, List.of());
    }
    Optional<Set<Triple>> rest = before.isEmpty() ? Optional.of(Set.of()) : beside(before.get());
    if (rest.isEmpty()) {
      return new BeyondTheForm();
    }
    EntityGraph edited = with(reading.graph().get(), rest.get());
    List<LocalizedText> unmakeable = pictures.objection(edited).stream().toList();
    return unmakeable.isEmpty() ? new Ready(edited) : new Faulty(reading, unmakeable);
  }

  /** What is to be said against a description, without the names of what may not be seen. */
  public static List<LocalizedText> violations(ProfileViolationException refused, Rights rights) {
    return rights.violations(refused).stream()
        .map(violation -> LocalizedText.of(violation.zh(), violation.en()))
        .toList();
  }

  private static boolean names(EntityGraph description, EntityIri entity) {
    return description.triples().stream()
        .anyMatch(triple -> triple.getObject().hasURI(entity.uri()));
  }

  private Saved saved(EntityGraph edited, long base, Author author) {
    return curation.save(edited, base, author).stream()
        .filter(entry -> entry.action() == Action.PUT)
        .map(Entry::sequence)
        .findFirst()
        .map(Saved::new)
        .orElseGet(() -> new Saved(base));
  }

  /** With what the form does not show. */
  private static EntityGraph with(EntityGraph edited, Set<Triple> rest) {
    Set<Triple> triples = new HashSet<>(edited.triples());
    triples.addAll(rest);
    return new EntityGraph(edited.iri(), triples);
  }

  private Outcome overtaken(
      Sheet yours, Optional<EntityGraph> before, EditConflictException conflict) {
    EntityIri entity = yours.entity();
    Optional<Sheet> theirs = curation.version(entity, conflict.current()).flatMap(this::sheet);
    if (theirs.isEmpty()) {
      return new BeyondTheForm();
    }
    Sheet base = before.flatMap(this::sheet).orElseGet(() -> Sheet.empty(entity));
    SheetMerge merge = SheetMerge.of(base, theirs.get(), yours);
    String agent =
        journal.entries(List.of(conflict.current())).stream()
            .map(Entry::agent)
            .findFirst()
            .orElse("");
    return new Overtaken(merge, conflict.current(), agent);
  }

  private static Table.Surroundings surroundings(Existing existing) {
    return new Table.Surroundings() {
      @Override
      public Optional<PageImage.Content> image(Row row) {
        return Optional.empty();
      }

      @Override
      public boolean isOpen(EntityIri record) {
        return existing.isOpen(record);
      }

      @Override
      public Optional<EntityGraph> before(EntityIri entity) {
        return existing.current(entity);
      }
    };
  }
}
