package cn.lantai.review;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.RowText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reviews in the database, within a transaction. */
final class ReviewTable {

  private static final Set<Stand> OPEN =
      EnumSet.copyOf(
          EnumSet.allOf(Stand.class).stream().filter(Stand::isOpen).collect(Collectors.toSet()));

  private static final int LOOKED_THROUGH = 500;

  private final EntityManager manager;

  ReviewTable(EntityManager manager) {
    this.manager = manager;
  }

  Review add(ReviewRow row, Step submission) {
    manager.persist(row);
    manager.flush();
    Step first = submission.chainedTo(row.id(), Step.NO_HASH);
    StepRow step = new StepRow(row.id(), first);
    manager.persist(step);
    Review review = row.view(List.of(step));
    row.stands(review);
    return review;
  }

  /** Nobody else does a step of it until the transaction ends. */
  Optional<ReviewRow> locked(long id) {
    return Optional.ofNullable(manager.find(ReviewRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Review view(ReviewRow row) {
    return row.view(stepsOf(List.of(row.id())).getOrDefault(row.id(), List.of()));
  }

  /** The review with one more step. */
  Review append(ReviewRow row, Review before, Step step) {
    StepRow stored = new StepRow(row.id(), step.chainedTo(row.id(), before.last().hash()));
    manager.persist(stored);
    manager.flush();
    Review after = view(row);
    row.stands(after);
    return after;
  }

  Optional<Review> find(long id) {
    return Optional.ofNullable(manager.find(ReviewRow.class, id)).map(this::view);
  }

  Optional<Review> openOf(EntityIri entity) {
    return views(rows("r.open = :entity").setParameter("entity", entity.uri())).stream()
        .findFirst();
  }

  List<Review> of(EntityIri entity, int limit) {
    return views(
        rows("r.entity = :entity").setParameter("entity", entity.uri()).setMaxResults(limit));
  }

  List<Review> open(long before, int limit) {
    return views(
        rows("r.state IN :open AND r.id < :before")
            .setParameter("open", OPEN)
            .setParameter("before", before)
            .setMaxResults(limit));
  }

  List<Review> openSince(Instant since, int limit) {
    Set<Long> lively = lively(since);
    return lively.isEmpty()
        ? List.of()
        : views(
            rows("r.state IN :open AND r.id IN :lively")
                .setParameter("open", OPEN)
                .setParameter("lively", lively)
                .setMaxResults(limit));
  }

  /** The reviews with the newest steps: as many as can be looked through for every page. */
  private Set<Long> lively(Instant since) {
    return new HashSet<>(
        manager
            .createQuery(
                "SELECT s.review FROM StepRow s WHERE s.at > :since ORDER BY s.at DESC", Long.class)
            .setParameter("since", RowText.of(since))
            .setMaxResults(LOOKED_THROUGH)
            .getResultList());
  }

  List<Review> ofPerson(String person, long before, int limit) {
    return views(
        rows("(r.submitter = :person OR r.writer = :person) AND r.id < :before")
            .setParameter("person", person)
            .setParameter("before", before)
            .setMaxResults(limit));
  }

  List<Review> all(long before, int limit) {
    return views(rows("r.id < :before").setParameter("before", before).setMaxResults(limit));
  }

  List<Long> due(Instant now) {
    return manager
        .createQuery(
            "SELECT r.id FROM ReviewRow r WHERE r.state = :scheduled AND r.due <= :now"
                + " ORDER BY r.due, r.id",
            Long.class)
        .setParameter("scheduled", Stand.SCHEDULED)
        .setParameter("now", RowText.of(now))
        .getResultList();
  }

  Optional<Instant> nextDue() {
    return manager
        .createQuery("SELECT MIN(r.due) FROM ReviewRow r WHERE r.state = :scheduled", String.class)
        .setParameter("scheduled", Stand.SCHEDULED)
        .getResultStream()
        .filter(time -> time != null)
        .map(Instant::parse)
        .findFirst();
  }

  Comment comment(CommentRow row) {
    manager.persist(row);
    manager.flush();
    return row.view();
  }

  List<Comment> comments(long review) {
    return manager
        .createQuery(
            "SELECT c FROM CommentRow c WHERE c.review = :review ORDER BY c.id", CommentRow.class)
        .setParameter("review", review)
        .getResultStream()
        .map(CommentRow::view)
        .toList();
  }

  List<News> news(String person, Instant since, int limit) {
    List<StepRow> steps = othersRows("StepRow", StepRow.class, person, since, limit);
    List<CommentRow> comments = othersRows("CommentRow", CommentRow.class, person, since, limit);
    Set<Long> about = new HashSet<>();
    steps.forEach(step -> about.add(step.review()));
    comments.forEach(comment -> about.add(comment.view().review()));
    if (about.isEmpty()) {
      return List.of();
    }
    Map<Long, Review> reviews =
        views(rows("r.id IN :about").setParameter("about", about)).stream()
            .collect(Collectors.toMap(Review::id, review -> review));
    return Stream.concat(
            steps.stream().map(step -> News.of(reviews.get(step.review()), step.view())),
            comments.stream()
                .map(CommentRow::view)
                .map(comment -> News.of(reviews.get(comment.review()), comment)))
        .sorted(Comparator.comparing(News::at).reversed())
        .limit(limit)
        .toList();
  }

  /** Looks through so many of the newest at most, for this is asked for every page. */
  private <T> List<T> othersRows(
      String rows, Class<T> type, String person, Instant since, int limit) {
    String others = rows + " x WHERE x.at > :since AND x.agent <> :person";
    String from =
        manager
            .createQuery("SELECT x.at FROM " + others + " ORDER BY x.at DESC", String.class)
            .setParameter("since", RowText.of(since))
            .setParameter("person", person)
            .setFirstResult(LOOKED_THROUGH)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElse(RowText.of(since));
    return manager
        .createQuery(
            "SELECT x FROM ReviewRow r, "
                + others
                + " AND r.id = x.review AND (r.submitter = :person OR r.writer = :person"
                + " OR EXISTS (SELECT s FROM StepRow s WHERE s.review = r.id AND s.agent = :person)"
                + " OR EXISTS"
                + " (SELECT c FROM CommentRow c WHERE c.review = r.id AND c.agent = :person))"
                + " ORDER BY x.at DESC",
            type)
        .setParameter("since", from)
        .setParameter("person", person)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Newest first. */
  private TypedQuery<ReviewRow> rows(String condition) {
    return manager.createQuery(
        "SELECT r FROM ReviewRow r WHERE " + condition + " ORDER BY r.id DESC", ReviewRow.class);
  }

  private List<Review> views(TypedQuery<ReviewRow> query) {
    List<ReviewRow> rows = query.getResultList();
    Map<Long, List<StepRow>> steps = stepsOf(rows.stream().map(ReviewRow::id).toList());
    return rows.stream().map(row -> row.view(steps.get(row.id()))).toList();
  }

  private Map<Long, List<StepRow>> stepsOf(Collection<Long> reviews) {
    if (reviews.isEmpty()) {
      return Map.of();
    }
    return manager
        .createQuery(
            "SELECT s FROM StepRow s WHERE s.review IN :reviews ORDER BY s.review, s.number",
            StepRow.class)
        .setParameter("reviews", reviews)
        .getResultStream()
        .collect(Collectors.groupingBy(StepRow::review));
  }
}
