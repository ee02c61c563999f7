package cn.lantai.server.review;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Journal;
import cn.lantai.review.Act;
import cn.lantai.review.Comment;
import cn.lantai.review.Review;
import cn.lantai.review.ReviewRefusedException;
import cn.lantai.review.ReviewRefusedException.Reason;
import cn.lantai.review.Reviews;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.showing.PublicationSchedule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reviews for who is asking: what he may see of them, and the steps that his role allows. */
@RequestScoped
public class ReviewDesk implements Publisher {

  /** So many are looked through for those that somebody may see, or that wait for him. */
  private static final int LOOKED_THROUGH = 5_000;

  private static final int STEP = 100;

  /** So many are passed together at most. */
  static final int TOGETHER = 200;

  @Inject Reviews reviews;
  @Inject Journal journal;
  @Inject PublicationSchedule schedule;
  @Inject Visitor visitor;

  /** A list of reviews. */
  public enum Show {
    WAITING,
    MINE,
    ALL
  }

  /** The review; what is of something that may not be seen is not there. */
  Review find(long id) {
    return reviews.find(id).filter(this::isVisible).orElseThrow(ReviewProblems::unknown);
  }

  /** Those below this number, newest first. */
  List<Review> list(Show show, long before, int limit) {
    return switch (show) {
      case WAITING -> gather(before, limit, reviews::open, this::waitsForMe);
      case MINE ->
          gather(
              before,
              limit,
              (from, most) -> reviews.ofPerson(visitor.name(), from, most),
              this::isVisible);
      case ALL -> gather(before, limit, reviews::all, this::isVisible);
    };
  }

  /** Some reviews below a number. */
  private interface Shelf {
    List<Review> below(long before, int limit);
  }

  /** Looks on where others than those that are wanted fill a page. */
  private static List<Review> gather(
      long before, int limit, Shelf shelf, Predicate<Review> wanted) {
    List<Review> found = new ArrayList<>();
    long from = before;
    for (int looked = 0; found.size() < limit && looked < LOOKED_THROUGH; looked += STEP) {
      List<Review> page = shelf.below(from, STEP);
      page.stream().filter(wanted).limit((long) limit - found.size()).forEach(found::add);
      if (page.size() < STEP) {
        break;
      }
      from = page.get(page.size() - 1).id();
    }
    return found;
  }

  public boolean isVisible(Review review) {
    return visitor.rights().may(Permission.SEE, review.entity());
  }

  public boolean waitsForMe(Review review) {
    return review.stand().round().isPresent() && may(Act.PASS, review);
  }

  /** Whether rules and role allow it now. */
  boolean may(Act act, Review review) {
    return objection(act, review).isEmpty() && mayByRole(act, review.entity());
  }

  Optional<Reason> objection(Act act, Review review) {
    return review.objection(act, visitor.name(), reviews.policy().people());
  }

  private boolean mayByRole(Act act, EntityIri entity) {
    return visitor.rights().may(permission(act), entity);
  }

  boolean mayComment(Review review) {
    Rights rights = visitor.rights();
    return rights.may(Permission.REVIEW, review.entity())
        || rights.may(Permission.DESCRIBE, review.entity());
  }

  private static Permission permission(Act act) {
    return switch (act) {
      case SUBMIT -> Permission.DESCRIBE;
      case PASS, RETURN, SCHEDULE, PUBLISH -> Permission.REVIEW;
      case RETRACT -> Permission.SEE;
      case WITHDRAW -> Permission.PUBLISH;
    };
  }

  /**
   * @throws OutOfReachException if the visitor may not know of it
   */
  Review submit(EntityIri entity, long version, String reason) {
    visitor.rights().require(permission(Act.SUBMIT), entity);
    return reviews.submit(entity, version, visitor.name(), reason.strip());
  }

  Review step(long id, Act act, int seen, String reason, Optional<Instant> due) {
    Review review = find(id);
    visitor.rights().require(permission(act), review.entity());
    String person = visitor.name();
    String said = reason.strip();
    Review after =
        switch (act) {
          case SUBMIT -> throw new ReviewRefusedException(Reason.NOT_NOW);
          case PASS -> reviews.pass(id, seen, person, said, due);
          case RETURN -> reviews.sendBack(id, seen, person, said);
          case RETRACT -> reviews.retract(id, seen, person, said);
          case SCHEDULE -> {
            if (due.isEmpty()) {
              throw new ReviewRefusedException(Reason.DUE_PAST);
            }
            yield reviews.reschedule(id, seen, person, said, due);
          }
          case PUBLISH -> reviews.reschedule(id, seen, person, said, Optional.empty());
          case WITHDRAW -> {
            if (review.steps().size() != seen) {
              throw new ReviewRefusedException(Reason.MOVED_ON);
            }
            objection(act, review)
                .ifPresent(
                    why -> {
                      throw new ReviewRefusedException(why);
                    });
            withdraw(review.entity(), said);
            yield find(id);
          }
        };
    schedule.wake();
    return after;
  }

  /**
   * Agrees to several at once, all or none.
   *
   * @param seen of each review how many steps there were when the visitor decided
   */
  List<Review> passAll(Map<Long, Integer> seen, String reason) {
    if (seen.isEmpty() || seen.size() > TOGETHER) {
      throw ReviewProblems.unreadable(
          "请选 1 至 " + TOGETHER + " 条。", "Choose between 1 and " + TOGETHER + " reviews.");
    }
    seen.keySet().forEach(id -> visitor.rights().require(permission(Act.PASS), find(id).entity()));
    List<Review> after = reviews.passAll(seen, visitor.name(), reason.strip());
    schedule.wake();
    return after;
  }

  Comment comment(long id, String spot, String words) {
    Review review = find(id);
    if (!mayComment(review)) {
      visitor.rights().require(Permission.REVIEW, review.entity());
    }
    return reviews.comment(id, spot.strip(), visitor.name(), words);
  }

  @Override
  public void withdraw(EntityIri entity, String reason) {
    visitor.rights().require(Permission.PUBLISH, entity);
    try {
      if (reason.isBlank()) {
        throw new ReviewRefusedException(Reason.REASON_MISSING);
      }
      reviews.withdraw(entity, visitor.name(), reason.strip());
    } catch (ReviewRefusedException refused) {
      throw ReviewProblems.of(refused, 409);
    }
  }

  /** Who has the data folder always may. */
  @Override
  public boolean publishesDirectly() {
    return reviews.policy().allowsDirect() || visitor.rights().may(Permission.COMMAND);
  }

  @Override
  public void requireDirect() {
    if (!publishesDirectly()) {
      throw ReviewProblems.reviewFirst();
    }
  }
}
