package cn.lantai.server.review;

import cn.lantai.entity.EntityIri;

/** What stands between who may publish and the public. */
public interface Publisher {

  /**
   * @throws cn.lantai.server.problem.ProblemException if a review comes first
   */
  void requireDirect();

  /** Whether the visitor may publish without a review. */
  boolean publishesDirectly();

  /**
   * Takes something out of public.
   *
   * @throws cn.lantai.server.problem.ProblemException if no reason is given
   */
  void withdraw(EntityIri entity, String reason);
}
