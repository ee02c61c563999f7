package cn.lantai.server.review;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.EntityState;
import cn.lantai.review.Review;
import cn.lantai.review.Reviews;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.showing.ShowingDesk;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Publishing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a form or the builder offers its reader to have something published. */
@RequestScoped
public class Publishings {

  @Inject Reviews reviews;
  @Inject ReviewDesk desk;
  @Inject ShowingDesk showings;
  @Inject Visitor visitor;

  public Publishing of(EntityIri entity, EntityState state, EntryView.EntryState shown) {
    Rights rights = visitor.rights();
    Optional<Review> open = reviews.openOf(entity);
    boolean mayPublish = rights.may(Permission.PUBLISH, entity);
    return new Publishing(
        entity.type().segment(),
        entity.key(),
        state.current(),
        shown,
        mayPublish && desk.publishesDirectly(),
        mayPublish,
        open.isEmpty() && rights.may(Permission.DESCRIBE, entity),
        open.map(review -> ReviewPages.path(review.id())),
        open.filter(review -> review.version() != state.current()).isEmpty(),
        Optional.of(entity.type())
            .filter(type -> type.isSelection() && mayPublish)
            .map(type -> showings.times(entity, state)));
  }
}
