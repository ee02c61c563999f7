package cn.lantai.server.notices;

import cn.lantai.entity.EntityIri;
import cn.lantai.opening.OpeningNews;
import cn.lantai.review.News;
import cn.lantai.review.Review;
import cn.lantai.server.opening.OpeningPages;
import cn.lantai.server.review.ReviewPages;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.site.view.NoticeKind;
import cn.lantai.server.tasks.Task;
import cn.lantai.server.tasks.TaskPages;
import cn.lantai.showing.Showing;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One thing that somebody should hear of.
 *
 * @param entity what is reviewed, or has the task; empty where no single thing is meant
 * @param job the kind of job; empty for all else
 * @param href where to go on
 * @param by who did it; empty where time did
 * @param at in whole milliseconds, as what has been seen is kept
 * @param words what was said, or is to be done; where no single thing is meant in Chinese, and in
 *     the next line in English
 */
record Notice(
    NoticeKind kind,
    Optional<EntityIri> entity,
    Optional<String> job,
    String href,
    String by,
    Instant at,
    String words) {

  static Notice of(News news) {
    return of(
        news.review(),
        news.act().map(act -> NoticeKind.valueOf(act.name())).orElse(NoticeKind.REMARK),
        news.agent(),
        news.at(),
        news.words());
  }

  static Notice waiting(Review review) {
    return of(
        review,
        NoticeKind.WAITS,
        review.last().agent(),
        review.last().at(),
        review.last().reason());
  }

  static Notice of(Task task, NoticeKind kind, String by, Instant at) {
    return new Notice(
        kind,
        Optional.of(task.entity()),
        Optional.empty(),
        TaskPages.path(task.entity()) + "#t-" + task.id(),
        by,
        at,
        task.duty().title());
  }

  /** What came of times that somebody set. */
  static Notice of(Showing showing) {
    Showing.Outcome outcome = showing.outcome().orElseThrow();
    return new Notice(
        outcome.failed() ? NoticeKind.NOT_SHOWN : NoticeKind.valueOf(outcome.name()),
        Optional.of(showing.entity()),
        Optional.empty(),
        "/workbench/selections/" + showing.entity().type().segment() + "/" + showing.entity().key(),
        "",
        showing.outcomeAt().orElseThrow(),
        "");
  }

  static Notice of(OpeningNews news) {
    return new Notice(
        switch (news.act()) {
          case SIGN -> NoticeKind.OPENING_WAITS;
          case AGREE -> NoticeKind.OPENING_DECIDED;
          case RETURN, RETRACT -> NoticeKind.OPENING_RETURNED;
        },
        Optional.of(news.record()),
        Optional.empty(),
        OpeningPages.path(news.record()),
        news.agent(),
        news.at(),
        news.reason());
  }

  /**
   * @param records how many came due with the beginning of the year
   */
  static Notice due(long records, Year year, Instant at) {
    return new Notice(
        NoticeKind.OPENING_DUE,
        Optional.empty(),
        Optional.empty(),
        OpeningPages.due(year),
        "",
        at,
        "%1$d 年到期的有 %2$,d 条待签\n%2$,d records came due in %1$d and wait for a signature"
            .formatted(year.getValue(), records));
  }

  static Notice of(Job job, String by, String href) {
    return new Notice(
        NoticeKind.valueOf(job.phase().name()),
        Optional.empty(),
        Optional.of(job.kind()),
        href,
        by,
        job.finishedAt().orElseThrow().truncatedTo(ChronoUnit.MILLIS),
        job.message());
  }

  private static Notice of(Review review, NoticeKind kind, String by, Instant at, String words) {
    return new Notice(
        kind,
        Optional.of(review.entity()),
        Optional.empty(),
        ReviewPages.path(review.id()),
        by,
        at,
        words);
  }
}
