package cn.lantai.server.security;

/** The names of the roles, as {@code @RolesAllowed} wants them. */
public final class Role {

  public static final String ADMINISTRATOR = "administrator";

  private Role() {}
}
