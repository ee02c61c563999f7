package cn.lantai.server.rights;

/** Something that the visitor knows of, but may not do. */
public final class NotAllowedException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
