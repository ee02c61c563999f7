package cn.lantai.curation;

import cn.lantai.entity.EntityIri;

/** Something was to be published that is not open to the public; nothing was written. */
public final class NotOpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotOpenException(EntityIri entity) {
    super(entity + " is not open to the public");
  }
}
