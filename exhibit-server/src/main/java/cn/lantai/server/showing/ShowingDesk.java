package cn.lantai.server.showing;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.review.Reviews;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.Publishing;
import cn.lantai.showing.Showing;
import cn.lantai.showing.Showings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Times of opening and closing for who is asking: who may publish and withdraw sets them. */
@RequestScoped
public class ShowingDesk {

  @Inject Showings showings;
  @Inject Reviews reviews;
  @Inject PublicationSchedule schedule;
  @Inject Journal journal;
  @Inject Visitor visitor;
  @Inject AuditLog log;

  /** What an address names, if the asker may see it. */
  EntityIri selection(String type, String key) {
    EntityIri entity =
        Entities.named(type, key)
            .filter(each -> each.type().isSelection())
            .filter(each -> journal.state(each).isPresent())
            .orElseThrow(() -> Entities.unknown(type, key));
    try {
      visitor.rights().require(Permission.SEE, entity);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    }
    return entity;
  }

  public Optional<Showing> of(EntityIri entity) {
    return showings.of(entity);
  }

  /** What came of times that the asker has set, as far as he may still see of what. */
  public List<Showing> own() {
    return showings.settledOf(visitor.name()).stream()
        .filter(showing -> visitor.rights().may(Permission.SEE, showing.entity()))
        .toList();
  }

  /** The times as forms show them. */
  public Publishing.Times times(EntityIri entity, EntityState state) {
    Optional<Showing> showing = showings.of(entity);
    boolean opens = showing.flatMap(Showing::next).filter(Showing.Act.OPEN::equals).isPresent();
    return new Publishing.Times(
        showing.map(Showing::edits).orElse(0),
        ShowingTimes.write(showing.flatMap(Showing::opens)),
        ShowingTimes.write(showing.flatMap(Showing::closes)),
        showing.flatMap(Showing::due),
        showing.flatMap(Showing::next),
        showing.flatMap(Showing::outcome),
        !opens || showing.orElseThrow().version() == state.current(),
        reviews.policy().allowsDirect());
  }

  Showing set(EntityIri entity, int seen, Optional<Instant> opens, Optional<Instant> closes) {
    visitor.rights().require(Permission.PUBLISH, entity);
    Showing set = showings.set(entity, seen, opens, closes, visitor.name());
    log.note(
        AuditNote.of(AuditAction.SHOWING_SET)
            .about(entity)
            .with(AuditKey.OPENS, set.opens().map(Instant::toString).orElse(""))
            .with(AuditKey.CLOSES, set.closes().map(Instant::toString).orElse("")));
    schedule.wake();
    return set;
  }
}
