package cn.lantai.server.bulk;

import cn.lantai.access.AccessState;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.review.Act;
import cn.lantai.review.Review;
import cn.lantai.review.ReviewRefusedException;
import cn.lantai.review.Reviews;
import cn.lantai.review.Reviews.Submission;
import cn.lantai.review.Step;
import cn.lantai.server.bulk.BulkRow.Outcome;
import cn.lantai.server.describe.Desk;
import cn.lantai.server.review.ReviewProblems;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Submits many for review, and takes back those that no reviewer has looked at. The row of one that
 * was submitted has the number of its review in the place of a version.
 */
final class BulkSubmitter implements BulkWork {

  private final Journal journal;
  private final Curation curation;
  private final Reviews reviews;
  private final Desk desk;
  private final Rights rights;

  BulkSubmitter(Journal journal, Curation curation, Reviews reviews, Desk desk, Rights rights) {
    this.journal = journal;
    this.curation = curation;
    this.reviews = reviews;
    this.desk = desk;
    this.rights = rights;
  }

  @Override
  public Optional<BulkRow> foresee(EntityIri entity, BulkOrder order) {
    return rights.may(Permission.SEE, entity)
        ? journal.state(entity).map(this::foresee)
        : Optional.empty();
  }

  private BulkRow foresee(EntityState state) {
    EntityGraph version = journal.version(state.current());
    BulkRow row = BulkRow.of(state, desk.sheet(version));
    if (!rights.may(Permission.DESCRIBE, state.entity())) {
      return row.refused(BEYOND_ROLE);
    }
    Optional<Review> open = reviews.openOf(state.entity());
    if (open.isPresent()) {
      return row.refused(open.get().version() == state.current() ? UNDER_WAY : OLDER_UNDER_WAY);
    }
    if (state.published() == state.current()) {
      return row.unchanged();
    }
    return objection(version).map(row::refused).orElseGet(() -> row.changed(0, false, false));
  }

  /** What would keep it from being published, however it is reviewed. */
  private Optional<LocalizedText> objection(EntityGraph version) {
    if (Successor.isStub(version)) {
      return Optional.of(MERGED);
    }
    List<Violation> violations = curation.check(version);
    if (!violations.isEmpty()) {
      return Optional.of(BulkRow.together(violations.stream().map(BulkRow::text)));
    }
    return version.iri().type() == EntityType.RECORD && !AccessState.OPEN.isOf(version)
        ? Optional.of(NOT_OPEN)
        : Optional.empty();
  }

  @Override
  public List<BulkRow> carryOut(List<BulkRow> foreseen, BulkOrder order, Author author) {
    Map<EntityIri, BulkRow> ended = new HashMap<>();
    List<BulkRow> ready = new ArrayList<>();
    for (BulkRow row : foreseen) {
      Optional<Review> own = reviews.openOf(row.entity()).filter(each -> isOwn(each, row, author));
      if (own.isPresent()) {
        ended.put(row.entity(), submitted(row, own.get()));
        continue;
      }
      Optional<BulkRow> now = foresee(row.entity(), order);
      if (now.filter(each -> each.base() == row.base()).isEmpty()) {
        ended.put(row.entity(), row.refused(SAVED_SINCE));
      } else if (now.get().outcome() != Outcome.CHANGED) {
        ended.put(row.entity(), now.get());
      } else {
        ready.add(row);
      }
    }
    ended.putAll(together(ready, rows -> submit(rows, author)));
    return foreseen.stream().map(row -> ended.get(row.entity())).toList();
  }

  /** By this job, before it was interrupted. */
  private static boolean isOwn(Review review, BulkRow row, Author author) {
    Step asked = review.steps().get(0);
    return review.version() == row.base()
        && asked.agent().equals(author.name())
        && asked.reason().equals(author.reason());
  }

  private static BulkRow submitted(BulkRow row, Review review) {
    return row.changed(review.id(), false, false);
  }

  private List<Review> submit(List<BulkRow> rows, Author author) {
    return reviews.submitAll(
        rows.stream().map(row -> new Submission(row.entity(), row.base())).toList(),
        author.name(),
        author.reason());
  }

  /** What is done to some in one transaction. */
  @FunctionalInterface
  private interface Deed {
    List<Review> on(List<BulkRow> rows);
  }

  /** All at once; if that is refused, each by itself, to find out which is meant. */
  private static Map<EntityIri, BulkRow> together(List<BulkRow> rows, Deed deed) {
    Map<EntityIri, BulkRow> ended = new HashMap<>();
    if (rows.isEmpty()) {
      return ended;
    }
    try {
      List<Review> done = deed.on(rows);
      Map<EntityIri, Review> byEntity = new HashMap<>();
      done.forEach(review -> byEntity.put(review.entity(), review));
      rows.forEach(row -> ended.put(row.entity(), submitted(row, byEntity.get(row.entity()))));
    } catch (ReviewRefusedException refused) {
      if (rows.size() == 1) {
        return Map.of(rows.get(0).entity(), rows.get(0).refused(ReviewProblems.words(refused)));
      }
      rows.forEach(row -> ended.putAll(together(List.of(row), deed)));
    }
    return ended;
  }

  @Override
  public List<BulkRow> turnBack(List<BulkRow> done, BulkOrder order, Author author) {
    Map<EntityIri, BulkRow> ended = new HashMap<>();
    List<BulkRow> ready = new ArrayList<>();
    for (BulkRow row : done) {
      Optional<Step> last = reviews.find(row.version()).map(Review::last);
      if (last.filter(step -> step.act() == Act.SUBMIT).isPresent()) {
        ready.add(row);
      } else if (last.filter(step -> isTakenBack(step, author)).isPresent()) {
        ended.put(row.entity(), row);
      } else {
        ended.put(row.entity(), row.refused(LOOKED_AT));
      }
    }
    ended.putAll(together(ready, rows -> retract(rows, author)));
    return done.stream().map(row -> ended.get(row.entity())).toList();
  }

  private static boolean isTakenBack(Step last, Author author) {
    return last.act() == Act.RETRACT
        && last.agent().equals(author.name())
        && last.reason().equals(author.reason());
  }

  private List<Review> retract(List<BulkRow> rows, Author author) {
    Map<Long, Integer> seen = new HashMap<>();
    rows.forEach(row -> seen.put(row.version(), 1));
    return reviews.retractAll(seen, author.name(), author.reason());
  }

  private static final LocalizedText BEYOND_ROLE =
      LocalizedText.of(
          "您的权限不包括这一条所在的全宗。请安全管理员授权，或请有权限的人送审",
          "Your role does not reach where it stands. Ask the security administrator, or somebody"
              + " who may submit it");

  private static final LocalizedText UNDER_WAY =
      LocalizedText.of("这一版已在审核中，不必再送", "This version is under review already");

  private static final LocalizedText OLDER_UNDER_WAY =
      LocalizedText.of(
          "较早的一版还在审核中。要审新版，请先撤回那次审核",
          "An earlier version is under review. Retract that review first to have this one"
              + " reviewed");

  private static final LocalizedText NOT_OPEN =
      LocalizedText.of(
          "开放标识不是“开放”，审过也不能公布。请先作开放审核，或改开放标识",
          "It is not marked as open, so it could not be published. Have its opening reviewed"
              + " first");

  private static final LocalizedText MERGED =
      LocalizedText.of("已并入另一条，没有可审的内容", "It was merged into another; there is nothing to review");

  private static final LocalizedText SAVED_SINCE =
      LocalizedText.of(
          "预览之后有人保存过这一条，没有送审。请重新检索、预览",
          "It was saved again since it was looked at, and was not submitted. Search and look"
              + " again");

  private static final LocalizedText LOOKED_AT =
      LocalizedText.of(
          "审核人已经处理过，没有撤回。请打开那次审核",
          "A reviewer has done a step already, so it was not taken back. Open that review");
}
