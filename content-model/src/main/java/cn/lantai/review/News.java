package cn.lantai.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did in a review, for those who have to do with it.
 *
 * @param act the step; empty for a remark
 * @param words the reason of the step, or the remark
 */
public record News(Review review, Optional<Act> act, String agent, Instant at, String words) {

  static News of(Review review, Step step) {
    return new News(review, Optional.of(step.act()), step.agent(), step.at(), step.reason());
  }

  static News of(Review review, Comment comment) {
    return new News(review, Optional.empty(), comment.agent(), comment.at(), comment.words());
  }
}
