package cn.lantai.server.imports;

import cn.lantai.ingest.mapping.Mapping;
import cn.lantai.ingest.mapping.MappingChangedException;
import cn.lantai.ingest.mapping.MappingDraft;
import cn.lantai.ingest.mapping.MappingRefusedException;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.ingest.mapping.SeenTable;
import cn.lantai.ingest.mapping.SeenTables;
import cn.lantai.ingest.mapping.TableChoice;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Maps the columns of what was imported, or tried, to ours, and keeps the mappings. */
@ApplicationScoped
public class ColumnMappings {

  @Inject Mappings mappings;
  @Inject Imports imports;
  @Inject Jobs jobs;
  @Inject AuditLog log;

  /** The names of all mappings, those that were made here first. */
  public List<String> names() throws IOException {
    return mappings.names();
  }

  /** Empty if there is none of this name. */
  public Optional<Mappings.Kept> find(String name) throws IOException {
    try {
      return mappings.find(name);
    } catch (UnreadableSourceException broken) {
      throw ImportProblems.brokenMapping(broken.problem());
    }
  }

  /**
   * The tables of an import and how each was taken.
   *
   * @param mapping that it was made with; empty if the headings alone were looked at
   */
  public record Columns(
      List<SeenTable> tables, Optional<Mappings.Kept> mapping, List<TableChoice> recognised) {}

  /**
   * What an import found in its files. A mapping that was taken away meanwhile counts for nothing.
   *
   * @throws cn.lantai.server.problem.ProblemException if it still runs
   */
  public Columns of(ImportState state) throws IOException {
    if (state.job().isPending()) {
      throw ImportProblems.stillRuns();
    }
    List<SeenTable> tables = SeenTables.in(state.folder());
    Optional<String> name = state.options().mapping();
    Optional<Mappings.Kept> kept = name.isPresent() ? find(name.get()) : Optional.empty();
    Optional<Mapping> mapping = kept.map(Mappings.Kept::mapping);
    return new Columns(
        tables,
        kept,
        tables.stream().map(table -> TableChoice.recognised(table, mapping)).toList());
  }

  /**
   * Keeps what was chosen for the tables of an import as a mapping, and has its files tried again
   * with it.
   *
   * @param seen the version of the mapping of this name that the choice began with; empty if there
   *     was none
   */
  public ImportState keepAndTry(
      ImportState state,
      String name,
      Optional<String> seen,
      List<TableChoice> choices,
      Visitor visitor)
      throws IOException, MappingRefusedException, MappingChangedException {
    Columns columns = of(state);
    if (!state.repeatable()) {
      throw ImportProblems.uploadGone();
    }
    MappingDraft draft =
        new MappingDraft(name, columns.mapping().map(Mappings.Kept::mapping), columns.tables());
    save(draft.of(choices), seen);
    return imports.tryWith(name, state, visitor);
  }

  /**
   * Keeps a mapping. One that an import works with must not change under it: it reads it again when
   * it goes on after a crash.
   *
   * @param seen the version that it takes the place of; empty if there is none of this name yet
   * @return its version
   */
  public String save(Mapping mapping, Optional<String> seen)
      throws IOException, MappingRefusedException, MappingChangedException {
    boolean used =
        jobs.pendingOf(IngestJob.NAME).stream()
            .anyMatch(job -> mapping.name().equals(job.parameters().get(IngestJob.MAPPING)));
    if (used) {
      throw ImportProblems.mappingInUse(mapping.name());
    }
    String version = mappings.save(mapping, seen);
    log.note(AuditNote.of(AuditAction.MAPPING_SAVED).about("mapping/" + mapping.name()));
    return version;
  }
}
