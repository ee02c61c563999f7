package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Steps to something, which are ticked off by what is there.
 *
 * @param name as it is closed by
 */
public record Guide(String name, List<Step> steps) {
  public Guide {
    Objects.requireNonNull(name);
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param href where it is done, or where its outcome is seen
   */
  public record Step(String name, boolean done, Optional<String> href) {
    public Step {
      Objects.requireNonNull(name);
      Objects.requireNonNull(href);
    }
  }

  public long done() {
    return steps.stream().filter(Step::done).count();
  }

  public boolean complete() {
    return done() == steps.size();
  }

  /** The name of the first step that is not done; empty if all are. */
  public String next() {
    return steps.stream().filter(step -> !step.done()).map(Step::name).findFirst().orElse("");
  }
}
