package cn.lantai.server.runtime;

/** The page that a browser gets when a request fails, as HTML. */
public interface ErrorPages {

  String page(Problem problem);
}
