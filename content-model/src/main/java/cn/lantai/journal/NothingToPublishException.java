package cn.lantai.journal;

import cn.lantai.entity.EntityIri;

/** An entity was to be published of which the journal holds no version. */
public final class NothingToPublishException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NothingToPublishException(EntityIri entity) {
    super("There is no version of " + entity + " to publish");
  }
}
