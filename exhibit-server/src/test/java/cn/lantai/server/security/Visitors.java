package cn.lantai.server.security;

import cn.lantai.server.rights.Rights;

/** Visitors of tests that have no container to find out who asks. */
public final class Visitors {

  private Visitors() {}

  public static Visitor of(String name, Rights rights) {
    Visitor visitor = new Visitor();
    visitor.is(name, rights);
    return visitor;
  }
}
