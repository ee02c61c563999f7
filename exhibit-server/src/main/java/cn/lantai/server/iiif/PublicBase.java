package cn.lantai.server.iiif;

/** The address of the site as readers see it. */
@FunctionalInterface
public interface PublicBase {

  /** Scheme, host and port, such as {@code https://archive.example.org}; no slash at the end. */
  String url();
}
