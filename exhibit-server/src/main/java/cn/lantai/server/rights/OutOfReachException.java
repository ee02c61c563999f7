package cn.lantai.server.rights;

/** Something that the visitor may not know of; it is answered as if there were no such thing. */
public final class OutOfReachException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
