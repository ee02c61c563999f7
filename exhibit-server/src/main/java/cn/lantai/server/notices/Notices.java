package cn.lantai.server.notices;

import cn.lantai.review.Reviews;
import cn.lantai.server.opening.OpeningDesk;
import cn.lantai.server.review.ReviewDesk;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.security.Accounts;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.showing.ShowingDesk;
import cn.lantai.server.site.Bell;
import cn.lantai.server.tasks.TaskDesk;
import cn.lantai.server.tasks.TaskReminders;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notices for who is asking: reviews and opening reviews that wait for him, what others did in
 * those with which he has to do, tasks that others gave him or that are due, what came of the times
 * at which he let exhibitions open and close, and how the imports and exports ended that he began.
 */
@RequestScoped
public class Notices implements Bell {

  /** More are not shown, nor counted. */
  static final int MOST = 100;

  /** It is counted for every page, so these are few. */
  private static final int REVIEWS_LOOKED_THROUGH = 200;

  private static final int OPENINGS_LOOKED_THROUGH = 200;

  private static final int JOBS_LOOKED_THROUGH = 50;

  @Inject Reviews reviews;
  @Inject ReviewDesk desk;
  @Inject OpeningDesk openings;
  @Inject TaskDesk tasks;
  @Inject ShowingDesk showings;
  @Inject Jobs jobs;
  @Inject Accounts accounts;
  @Inject Visitor visitor;
  @Inject Clock clock;

  @Override
  public int unseen() {
    return visitor.account().isEmpty() ? 0 : later(seen()).size();
  }

  /** Newest first. */
  List<Notice> newest() {
    return visitor.account().isEmpty() ? List.of() : later(Instant.EPOCH);
  }

  /** Up to when the asker has seen them. */
  Instant seen() {
    return visitor.account().flatMap(accounts::noticesSeen).orElse(Instant.EPOCH);
  }

  /**
   * Notes that the asker has seen them; never takes back what was noted before. Nobody has seen
   * what is yet to come.
   */
  void see(Instant until) {
    Instant now = clock.instant();
    Instant seen = until.isBefore(now) ? until : now;
    if (seen.isAfter(Instant.EPOCH)) {
      visitor.account().ifPresent(name -> accounts.seeNotices(name, seen));
    }
  }

  private List<Notice> later(Instant since) {
    Stream<Notice> waiting =
        reviews.openSince(since, REVIEWS_LOOKED_THROUGH).stream()
            .filter(desk::isVisible)
            .filter(desk::waitsForMe)
            .map(Notice::waiting);
    Stream<Notice> news =
        reviews.news(visitor.name(), since, MOST).stream()
            .filter(each -> desk.isVisible(each.review()))
            .map(Notice::of);
    Stream<Notice> ended =
        jobs.newest(JOBS_LOOKED_THROUGH).stream()
            .filter(job -> job.finishedAt().isPresent())
            .flatMap(job -> own(job).stream())
            .filter(notice -> notice.at().isAfter(since));
    Stream<Notice> due =
        TaskReminders.of(tasks.mine(), visitor.name(), clock.instant(), ZoneId.systemDefault())
            .stream()
            .map(each -> Notice.of(each.task(), each.kind(), each.by(), each.at()))
            .filter(notice -> notice.at().isAfter(since));
    Stream<Notice> shown =
        showings.own().stream().map(Notice::of).filter(notice -> notice.at().isAfter(since));
    return Stream.of(once(Stream.concat(waiting, news)), openings(since), once(due), shown, ended)
        .flatMap(Function.identity())
        .sorted(Comparator.comparing(Notice::at).reversed())
        .limit(MOST)
        .toList();
  }

  private Stream<Notice> openings(Instant since) {
    Stream<Notice> signed =
        openings.waitingForMe(OPENINGS_LOOKED_THROUGH).stream()
            .filter(news -> news.at().isAfter(since))
            .map(Notice::of);
    Stream<Notice> news = openings.news(since, OPENINGS_LOOKED_THROUGH).stream().map(Notice::of);
    return Stream.of(due(since).stream(), signed, news).flatMap(Function.identity());
  }

  /** What came due with the beginning of the year, which is asked only until it was seen. */
  private Optional<Notice> due(Instant since) {
    ZoneId here = ZoneId.systemDefault();
    Year year = Year.from(clock.instant().atZone(here));
    Instant began = year.atDay(1).atStartOfDay(here).toInstant();
    return Optional.of(began)
        .filter(at -> at.isAfter(since))
        .map(at -> openings.dueForMe(year))
        .filter(records -> records > 0)
        .map(records -> Notice.due(records, year, began));
  }

  private Optional<Notice> own(Job job) {
    return job.by()
        .filter(visitor.name()::equals)
        .flatMap(by -> jobs.page(job).map(href -> Notice.of(job, by, href)));
  }

  /** Of steps that were done together only the last, which says where they have led. */
  private static Stream<Notice> once(Stream<Notice> notices) {
    return notices
        .collect(
            Collectors.toMap(
                notice -> List.of(notice.href(), notice.at(), notice.kind().isSaid()),
                Function.identity(),
                (one, other) -> one.kind().compareTo(other.kind()) >= 0 ? one : other))
        .values()
        .stream();
  }
}
