package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The page that is shown first after signing in, and how the server stands. Times are shown in the
 * server's zone.
 *
 * @param guide the first steps
 * @param guideClosed whether the reader has closed them
 * @param offersSamples whether he may have the samples imported
 */
public record StateView(
    String version,
    Optional<Guide> guide,
    boolean guideClosed,
    boolean offersSamples,
    Optional<Operation> operation)
    implements PageView {
  public StateView {
    Objects.requireNonNull(version);
    Objects.requireNonNull(guide);
    Objects.requireNonNull(operation);
  }

  /** What those see who look after the server. */
  public record Operation(Journal journal, List<Stage> stages, List<Job> jobs, List<Row> recent) {
    public Operation {
      Objects.requireNonNull(journal);
      stages = List.copyOf(stages);
      jobs = List.copyOf(jobs);
      recent = List.copyOf(recent);
    }
  }

  @Override
  public String template() {
    return "workbench";
  }

  /**
   * The journal's end.
   *
   * @param hash of the last row, hexadecimal, empty for an empty journal
   * @param intact whether the chain was found unbroken; empty if it has not been checked
   */
  public record Journal(
      long rows, Optional<Instant> last, String hash, Optional<Boolean> intact, String database) {
    public Journal {
      Objects.requireNonNull(last);
      Objects.requireNonNull(hash);
      Objects.requireNonNull(intact);
      Objects.requireNonNull(database);
    }
  }

  /** A stage and how far it has followed the journal. */
  public record Stage(StageName name, long position, long behind, long entities, long triples) {
    public Stage {
      Objects.requireNonNull(name);
    }
  }

  /** The two stages. */
  public enum StageName {
    WORKING,
    PUBLIC
  }

  /** Bulk work. {@code total} is 0 while it is not known. */
  public record Job(
      String id,
      Text title,
      JobState state,
      long done,
      long total,
      Optional<Instant> started,
      Optional<Instant> finished,
      Optional<Text> remark) {
    public Job {
      Objects.requireNonNull(id);
      Objects.requireNonNull(title);
      Objects.requireNonNull(state);
      Objects.requireNonNull(started);
      Objects.requireNonNull(finished);
      Objects.requireNonNull(remark);
    }
  }

  /** The life of a job. */
  public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /** A row of the journal. {@code href} opens the entity's data. */
  public record Row(
      long number, Instant at, String by, Action action, String entity, Optional<String> href) {
    public Row {
      Objects.requireNonNull(at);
      Objects.requireNonNull(by);
      Objects.requireNonNull(action);
      Objects.requireNonNull(entity);
      Objects.requireNonNull(href);
    }
  }

  /** What a row of the journal did. */
  public enum Action {
    CREATED,
    CHANGED,
    PUBLISHED,
    WITHDRAWN,
    DELETED
  }
}
