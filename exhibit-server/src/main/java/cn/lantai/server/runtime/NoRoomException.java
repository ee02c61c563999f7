package cn.lantai.server.runtime;

/** The disk is full: the job stops here and goes on when there is room again. */
final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoRoomException(String sentence) {
    super(sentence);
  }
}
