package cn.lantai.ingest.mapping;

/** A mapping is not the one that somebody began with. */
public final class MappingChangedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean began;

  /**
   * @param began whether there was one to begin with; if not, it was to be new and is there
   */
  MappingChangedException(String name, boolean began) {
    super(name);
    this.began = began;
  }

  public boolean began() {
    return began;
  }
}
