package cn.lantai.server.api;

import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.curation.NotOpenException;
import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Decisions;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.server.review.Publisher;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Visitor;
import java.util.List;
import java.util.OptionalLong;

/** Publishing and withdrawing for programs; whoever names a version acts on no other. */
final class Publications {

  private final Journal journal;
  private final Curation curation;
  private final Visitor visitor;
  private final Publisher publisher;
  private final EditProblems problems;

  Publications(
      Journal journal,
      Curation curation,
      Visitor visitor,
      Publisher publisher,
      EditProblems problems) {
    this.journal = journal;
    this.curation = curation;
    this.visitor = visitor;
    this.publisher = publisher;
    this.problems = problems;
  }

  /**
   * Publishes the newest version, where no review comes first.
   *
   * @param seen the version that is meant, which must be the newest one
   * @throws cn.lantai.server.problem.ProblemException if it cannot be
   */
  void publish(EntityIri entity, OptionalLong seen, String reason) {
    require(entity, seen);
    publisher.requireDirect();
    Author author = author(entity, reason);
    try {
      if (seen.isPresent()) {
        // Exactly this one, whatever is saved meanwhile.
        Decisions.again(() -> curation.publish(entity, seen.getAsLong(), author));
      } else {
        curation.publish(List.of(entity), author);
      }
    } catch (NotOpenException closed) {
      throw problems.notOpen(entity);
    }
  }

  /**
   * Takes it out of public.
   *
   * @param seen the version that must be the newest one
   * @throws cn.lantai.server.problem.ProblemException if it cannot be
   */
  void withdraw(EntityIri entity, OptionalLong seen, String reason) {
    require(entity, seen);
    author(entity, reason);
    publisher.withdraw(entity, reason);
  }

  private void require(EntityIri entity, OptionalLong seen) {
    EntityState state = journal.state(entity).orElseThrow(() -> problems.unknown(entity));
    try {
      visitor.rights().require(Permission.PUBLISH, entity);
    } catch (OutOfReachException hidden) {
      throw problems.unknown(entity);
    }
    if (seen.isPresent() && seen.getAsLong() != state.current()) {
      throw problems.overtaken(entity, seen.getAsLong(), state.current());
    }
  }

  private Author author(EntityIri entity, String reason) {
    String name = visitor.name();
    try {
      Draft.withdraw(entity, name, reason);
    } catch (IllegalArgumentException unstorable) {
      throw problems.reasonTooLong(Draft.MAX_REASON);
    }
    return new Author(name, reason);
  }
}
