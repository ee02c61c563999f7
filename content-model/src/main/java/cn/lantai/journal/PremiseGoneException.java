package cn.lantai.journal;

import cn.lantai.entity.EntityIri;

/** What rows were decided by has changed meanwhile; nothing was written. Decide again. */
public final class PremiseGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PremiseGoneException(EntityIri changed) {
    super(changed + " has changed since it was read");
  }
}
