package cn.lantai.server.build;

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
import cn.lantai.media.recording.Recording;
import cn.lantai.selection.Item;
import cn.lantai.selection.Selection;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.DraftMerge;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.site.Previews;
import cn.lantai.table.DraftSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Triple;

/** Where drafts are read and saved. */
@ApplicationScoped
public class DraftDesk {

  @Inject Journal journal;
  @Inject Previews previews;
  @Inject Curation curation;

  /** What became of a draft that was to be saved. */
  sealed interface Outcome {}

  /**
   * @param row the journal row of the version; the one before if nothing was changed
   */
  record Saved(long row) implements Outcome {}

  /** Something keeps it from being saved. */
  record Faulty(List<LocalizedText> violations) implements Outcome {}

  /**
   * Somebody else has saved meanwhile; nothing was written.
   *
   * @param current the row with their version
   * @param agent who saved it
   */
  record Overtaken(DraftMerge merge, long current, String agent) implements Outcome {}

  /** Something new was to get a key that something else has; nothing was written. */
  record Taken() implements Outcome {}

  /** The version holds what the builder would lose; nothing was written. */
  record BeyondTheBuilder() implements Outcome {}

  /** A version as a draft; empty if there is none, or none that the builder can hold. */
  Optional<Draft> draft(EntityIri entity, long row) {
    return curation.version(entity, row).flatMap(DraftDesk::draft);
  }

  private static Optional<Draft> draft(EntityGraph graph) {
    try {
      return DraftSheet.beside(graph).map(rest -> DraftSheet.of(Selection.of(graph)));
    } catch (RuntimeException notOfItsForm) {
      return Optional.empty();
    }
  }

  /** Names what the reader may not see only where the selection named it before. */
  DraftSheet.Reading read(Draft draft, Rights rights) {
    Optional<EntityGraph> before = journal.current(draft.entity());
    return read(
        draft, meant -> rights.mayName(meant) || before.filter(it -> names(it, meant)).isPresent());
  }

  /**
   * The selection as it is to be looked at: without what the reader may not see, even if somebody
   * else has put it in.
   */
  Selection visible(Draft draft, Rights rights) {
    return read(draft, rights::mayName).selection().orElseThrow();
  }

  private DraftSheet.Reading read(Draft draft, Predicate<EntityIri> mayName) {
    Existing existing = Existing.in(journal);
    return DraftSheet.read(
        draft,
        new DraftSheet.Holdings() {

          @Override
          public Optional<EntityIri> meant(EntityIri iri) {
            return existing.meant(iri).filter(mayName);
          }

          @Override
          public Optional<EntityIri> firstPage(EntityIri record) {
            return existing.images(record).stream()
                .filter(mayName)
                .min(Comparator.comparingInt(image -> existing.page(image).orElse(0)));
          }

          @Override
          public Optional<Recording> played(Item item) {
            return previews.played(item);
          }
        });
  }

  /**
   * @param base the row with the version that the draft began with; 0 for something new
   */
  Outcome save(Draft yours, long base, Author author, Rights rights) {
    DraftSheet.Reading reading = read(yours, rights);
    if (!reading.isReadable()) {
      return new Faulty(List.of());
    }
    Optional<EntityGraph> before = curation.version(yours.entity(), base);
    Optional<Set<Triple>> rest =
        before.isEmpty() ? Optional.of(Set.of()) : DraftSheet.beside(before.get());
    if (rest.isEmpty()) {
      return new BeyondTheBuilder();
    }
    EntityGraph graph = with(reading.selection().orElseThrow().toGraph(), rest.get());
    if (base != 0 || journal.state(yours.entity()).isEmpty()) {
      rights.require(Permission.DESCRIBE, graph);
    }
    try {
      return curation.save(graph, base, author).stream()
          .filter(entry -> entry.action() == Action.PUT)
          .map(Entry::sequence)
          .findFirst()
          .map(Saved::new)
          .orElseGet(() -> new Saved(base));
    } catch (ProfileViolationException refused) {
      return new Faulty(
          rights.violations(refused).stream()
              .map(violation -> LocalizedText.of(violation.zh(), violation.en()))
              .toList());
    } catch (EditConflictException overtaken) {
      return base == 0 ? new Taken() : overtaken(yours, base, overtaken.current());
    }
  }

  private static boolean names(EntityGraph description, EntityIri entity) {
    return description.triples().stream()
        .anyMatch(triple -> triple.getObject().hasURI(entity.uri()));
  }

  /** With what the builder does not show. */
  private static EntityGraph with(EntityGraph edited, Set<Triple> rest) {
    Set<Triple> triples = new HashSet<>(edited.triples());
    triples.addAll(rest);
    return new EntityGraph(edited.iri(), triples);
  }

  private Outcome overtaken(Draft yours, long base, long current) {
    Optional<Draft> theirs = draft(yours.entity(), current);
    if (theirs.isEmpty()) {
      return new BeyondTheBuilder();
    }
    Draft before = draft(yours.entity(), base).orElseGet(() -> DraftSheet.empty(yours.entity()));
    String agent =
        journal.entries(List.of(current)).stream().map(Entry::agent).findFirst().orElse("");
    DraftMerge merge = DraftMerge.of(before, theirs.get(), yours).goingOnFrom(before, theirs.get());
    return new Overtaken(merge, current, agent);
  }
}
